import { uploadFile, UploadError, type FileAdapter, type StoredFile } from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { afterAll, describe, expect } from 'vitest'
import { edgeCase } from './edge-case.js'
import {
  askedOf,
  closeServers,
  ctx,
  listAll,
  outcomeOf,
  rocketChatSetting,
  seed,
  type RocketChatSetting,
} from './rocketchat-setting.js'

afterAll(closeServers)

const original = { variant: 'original' } as const

async function textOf(blob: unknown): Promise<string> {
  return blob instanceof Blob ? blob.text() : String(blob)
}

function codeOf(outcome: unknown): string {
  return outcome instanceof UploadError ? outcome.code : 'none'
}

/** Reads by an address of its own, with the token on every hop. */
function reading(addressOf: (file: StoredFile, origin: string) => string) {
  return ({ features, storeHeaders }: FileAdapter): Partial<FileAdapter> => ({
    async readFile(file) {
      const url = addressOf(file, features.apiOrigins[0] ?? '')
      const ref = { clientId: 'c', kind: 'form', fileId: null } as const
      const headers = (await storeHeaders?.(ref, url, ctx)) ?? {}
      const answer = await fetch(url, { headers })
      if (!answer.ok) throw new UploadError('unknown', { status: answer.status })
      return answer.blob()
    },
  })
}

describe("Rocket.Chat's downloads", () => {
  const underPath = { server: { basePath: '/chat', hasAbsoluteUrls: true } }
  edgeCase(
    32,
    {
      real: () => rocketChatSetting(underPath),
      wrong: {
        'the path is forgotten': () =>
          rocketChatSetting({
            ...underPath,
            wrong: reading(({ id, name }, origin) => `${origin}/file-upload/${id}/${name}`),
          }),
        'the link of the row is promised': () =>
          rocketChatSetting({
            ...underPath,
            wrong: ({ listFiles }) => ({
              async listFiles(query, context) {
                const page = await listFiles?.(query, context)
                const files = (page?.files ?? []).map((one) => ({ ...one, url: `/ufs/${one.id}` }))
                return { files, total: page?.total ?? null, nextCursor: page?.nextCursor ?? null }
              },
            }),
          }),
        'a name stands in the address as it is': () =>
          rocketChatSetting({
            ...underPath,
            wrong: reading(({ id, name }, origin) => `${origin}/chat/file-upload/${id}/x/${name}`),
          }),
      },
    },
    async (setting) => {
      const names = ['100% #1?.txt', 'naïve 🦞.txt', 'a/b.txt', '%2e%2e.txt']
      seed(
        setting,
        names.map((name) => ({ name })),
      )
      const files = await listAll(setting, 10)
      expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(names))
      for (const file of files) {
        expect(file.url).toBeNull()
        const blob = await outcomeOf(setting.adapter.readFile?.(file, original, ctx))
        expect(await textOf(blob)).toBe(file.name)
      }
      const uploaded = await outcomeOf(uploadFile(setting.adapter, makeFile({ name: 'up.txt' })))
      expect(uploaded).toMatchObject({ name: 'up.txt', status: 'ready', url: null })
    },
  )

  interface Redirecting {
    readonly redirecting: RocketChatSetting
    readonly plain: RocketChatSetting
  }
  const redirecting = async (
    wrong?: (adapter: FileAdapter) => Partial<FileAdapter>,
  ): Promise<Redirecting> => {
    const more = wrong === undefined ? {} : { wrong }
    return {
      redirecting: await rocketChatSetting({ server: { redirectsDownloads: true }, ...more }),
      plain: await rocketChatSetting(more),
    }
  }
  edgeCase(
    33,
    {
      real: () => redirecting(),
      wrong: {
        'the token goes along': () =>
          redirecting(reading(({ id, name }, origin) => `${origin}/file-upload/${id}/${name}`)),
        'whoever is sent on gets nothing': () =>
          redirecting(() => ({ readFile: () => Promise.resolve(new Blob()) })),
      },
    },
    async ({ redirecting: elsewhere, plain }) => {
      seed(elsewhere, [{ name: 'a.txt' }])
      const [file] = await listAll(elsewhere, 1)
      if (file === undefined) throw new Error('Nothing is listed.')
      const { readFile } = elsewhere.adapter
      expect(await textOf(await outcomeOf(readFile?.(file, original, ctx)))).toBe('a.txt')
      const range = { start: 2, end: 3 }
      const part = await outcomeOf(readFile?.(file, { ...original, range }, ctx))
      expect(await textOf(part)).toBe('tx')
      const hops = elsewhere.server.seen.filter(({ route }) => route === 'bucket')
      expect(hops.map(({ headers }) => headers.get('x-auth-token'))).toEqual([null, null])

      const read = () => outcomeOf(plain.adapter.readFile?.(file, original, ctx))
      expect(codeOf(await read())).toBe('not-found')
      plain.server.plant({ route: 'file-upload', status: 403 })
      expect(codeOf(await read())).toBe('forbidden')
      // Sent on, and then told that there is nowhere to go: the file is here, but not to be had.
      seed(plain, [{ name: 'b.txt' }])
      const [own = file] = await listAll(plain, 1)
      const location = 'http://127.0.0.1:1/'
      plain.server.plant({ route: 'file-upload', status: 302, headers: { location } })
      const outcome = await outcomeOf(plain.adapter.readFile?.(own, original, ctx))
      expect(codeOf(outcome)).toBe('server')
    },
  )

  edgeCase(
    35,
    {
      real: () => rocketChatSetting({ server: { version: '6.8' }, toldVersion: '8.8' }),
      wrong: {
        'whatever comes is shown': () =>
          rocketChatSetting({
            server: { version: '6.8' },
            toldVersion: '8.8',
            wrong: ({ listFiles }) => ({
              listFiles: ({ limit, cursor }, context) =>
                listFiles?.({ limit, cursor }, context) ?? Promise.reject(new Error('no list')),
            }),
          }),
        'what the server counts is believed': () =>
          rocketChatSetting({
            server: { version: '6.8' },
            toldVersion: '8.8',
            wrong: ({ listFiles }) => ({
              async listFiles(query, context) {
                const page = await listFiles?.(query, context)
                return { files: page?.files ?? [], total: 3, nextCursor: null }
              },
            }),
          }),
        'the one step of old is tried': () =>
          rocketChatSetting({
            server: { version: '8.8' },
            wrong: ({ createUpload }) => ({
              async createUpload(request, context) {
                const ticket = await createUpload?.(request, context)
                if (ticket?.kind !== 'form') throw new UploadError('unsupported')
                return { ...ticket, url: ticket.url.replace('rooms.media', 'rooms.upload') }
              },
            }),
          }),
      },
    },
    async (setting) => {
      const { adapter } = setting
      seed(setting, [
        { name: 'one.png', type: 'image/png' },
        { name: 'one.txt' },
        { name: 'two.png', type: 'image/png' },
      ])
      const query = { limit: 10, search: 'ONE', filter: { contentTypes: ['image/*'] } }
      const page = await outcomeOf(adapter.listFiles?.(query, ctx))
      const isOld = setting.server.workspace.traits.hasRoomsUpload
      expect(page).toMatchObject({ files: [{ name: 'one.png' }], total: isOld ? null : 1 })
      const uploaded = await outcomeOf(uploadFile(adapter, makeFile({ name: 'up.txt' })))
      expect(uploaded).toMatchObject({ status: 'ready' })
      expect(askedOf(setting, 'rooms.media')).toHaveLength(1)
    },
  )
})
