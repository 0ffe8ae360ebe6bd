import type { FilePage } from 'loadline/core'
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
  withParams,
} from './rocketchat-setting.js'

afterAll(closeServers)

const many = Array.from({ length: 120 }, (_, index) => ({
  name: `file ${String(index).padStart(3, '0')}.txt`,
}))

/** Another answer than the server's. */
function rewritten(body: unknown, from: string, to: string): unknown {
  return JSON.parse(JSON.stringify(body).replaceAll(from, to)) as unknown
}

describe("Rocket.Chat's lists", () => {
  /** Whatever is asked for, a hundred rows come. */
  const generous = (request: Parameters<typeof withParams>[0]) =>
    withParams(request, (params) => params.set('count', '100'))
  edgeCase(
    19,
    {
      real: () => rocketChatSetting({ bend: generous }),
      wrong: {
        'a count of 0': () =>
          rocketChatSetting({
            bend: (request) => withParams(request, (params) => params.set('count', '0')),
          }),
        'all rows that come are shown': () =>
          rocketChatSetting({
            wrong: ({ listFiles }) => ({
              listFiles: (query, context) =>
                listFiles?.({ ...query, limit: 100 }, context) ?? Promise.reject(new Error()),
            }),
          }),
      },
    },
    async (setting) => {
      seed(setting, many)
      for (const limit of [0, 20]) {
        const page = await outcomeOf(setting.adapter.listFiles?.({ limit, cursor: null }, ctx))
        expect(page).toMatchObject({ total: 120 })
        expect((page as FilePage).files).toHaveLength(limit)
      }
      const counts = askedOf(setting, 'groups.files').map((url) => url.searchParams.get('count'))
      expect(counts).not.toContain('0')
      expect((await listAll(setting, 20)).map(({ name }) => name)).toEqual(
        many.map(({ name }) => name),
      )
    },
  )

  edgeCase(
    20,
    {
      real: () => rocketChatSetting({ server: { upperCount: 30 } }),
      wrong: {
        'the next page begins after what was asked for': () =>
          rocketChatSetting({
            server: { upperCount: 30 },
            wrong: ({ listFiles }) => ({
              async listFiles({ cursor, limit }, context) {
                const offset = Number(cursor ?? 0)
                const given = Math.min(limit, 30)
                const page = await listFiles?.({ limit: given, offset }, context)
                const end = offset + limit
                const isLast = end >= (page?.total ?? 0)
                const nextCursor = isLast ? null : String(end)
                return { files: page?.files ?? [], total: page?.total ?? 0, nextCursor }
              },
            }),
          }),
      },
    },
    async (setting) => {
      seed(setting, many)
      const names = (await listAll(setting, 100)).map(({ name }) => name)
      expect(names).toEqual(many.map(({ name }) => name))
    },
  )

  edgeCase(
    24,
    {
      real: () => rocketChatSetting(),
      wrong: {
        'a row without a name is left out': () =>
          rocketChatSetting({
            wrong: ({ listFiles }) => ({
              async listFiles(query, context) {
                const page = await listFiles?.(query, context)
                const files = (page?.files ?? []).filter(({ id, name }) => id !== name)
                return { files, total: page?.total ?? null, nextCursor: null }
              },
            }),
          }),
        'a size of 0 is no size': () =>
          rocketChatSetting({
            wrong: ({ listFiles }) => ({
              async listFiles(query, context) {
                const page = await listFiles?.(query, context)
                const files = (page?.files ?? []).map((one) => ({
                  ...one,
                  size: one.size === 0 ? null : one.size,
                }))
                return { files, total: page?.total ?? null, nextCursor: null }
              },
            }),
          }),
      },
    },
    async (setting) => {
      const { workspace, user } = setting.server
      const bytes = new Uint8Array()
      const add = workspace.addUpload.bind(workspace, setting.roomId, bytes)
      const bare = add({})
      const gone = add({ name: 'b', userId: 'deleted', size: 0, complete: true })
      const known = add({ name: 'c', userId: user.id, size: 3, complete: true })
      const page = await outcomeOf(setting.adapter.listFiles?.({ limit: 10 }, ctx))
      expect(page).toMatchObject({
        files: [
          { id: bare.id, name: bare.id, size: null, createdBy: null, status: 'unknown' },
          { id: gone.id, size: 0, createdBy: { id: 'deleted', name: null }, status: 'ready' },
          { id: known.id, size: 3, createdBy: { id: user.id, name: user.name } },
        ],
      })
    },
  )

  edgeCase(
    25,
    {
      real: () => rocketChatSetting({ server: { version: '7.5' } }),
      wrong: {
        'what is not whole is ready': () =>
          rocketChatSetting({
            server: { version: '7.5' },
            bendAnswer: (body) =>
              rewritten(body, '"uploading":true', '"uploading":false,"complete":true'),
          }),
        'a temporary file is a file': () =>
          rocketChatSetting({
            server: { version: '7.5' },
            bendAnswer: (body) => rewritten(body, 'expiresAt', 'expired'),
          }),
      },
    },
    async (setting) => {
      const add = setting.server.workspace.addUpload.bind(
        setting.server.workspace,
        setting.roomId,
        new Uint8Array(),
      )
      const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
      add({ name: 'a', complete: false, uploading: true, progress: 0.4 })
      add({ name: 'b', complete: false, uploading: false })
      add({ name: 'c', complete: true, uploading: false, expiresAt })
      add({ name: 'd', complete: true, uploading: false, progress: 1 })
      const files = await listAll(setting, 10)
      expect(files.map(({ status }) => status)).toEqual([
        'upload_pending',
        'error',
        'upload_pending',
        'ready',
      ])
    },
  )

  edgeCase(
    26,
    {
      real: () => rocketChatSetting(),
      wrong: {
        'the text is sent as it is': () =>
          rocketChatSetting({
            bend: (request) =>
              withParams(request, (params) => {
                params.set('name', (params.get('name') ?? '').replaceAll('\\', ''))
              }),
          }),
        'the text is cut to letters': () =>
          rocketChatSetting({
            bend: (request) =>
              withParams(request, (params) => {
                params.set('name', (params.get('name') ?? '').replaceAll(/\W/g, ''))
              }),
          }),
      },
    },
    async (setting) => {
      seed(setting, [{ name: 'a+b(c.txt' }, { name: 'what.*ever' }, { name: 'abc [x].txt' }])
      const searches = { 'a+b(c': 'a+b(c.txt', '.*': 'what.*ever', '[X]': 'abc [x].txt' }
      for (const [search, name] of Object.entries(searches)) {
        const page = await outcomeOf(setting.adapter.listFiles?.({ limit: 10, search }, ctx))
        expect(page).toMatchObject({ files: [{ name }], total: 1 })
      }
    },
  )

  const channel = { kind: 'channel' } as const
  edgeCase(
    27,
    {
      real: () => rocketChatSetting(channel),
      wrong: {
        'both are sent': () =>
          rocketChatSetting({
            ...channel,
            bend: (request) => withParams(request, (params) => params.set('roomName', 'files')),
          }),
        'a projection is sent': () =>
          rocketChatSetting({
            ...channel,
            bend: (request) => withParams(request, (params) => params.set('fields', '{"name":1}')),
          }),
      },
    },
    async (setting) => {
      seed(setting, [{ name: 'a' }])
      const page = await outcomeOf(setting.adapter.listFiles?.({ limit: 10 }, ctx))
      expect(page).toMatchObject({ files: [{ name: 'a' }] })
      const [asked] = askedOf(setting, 'channels.files')
      expect(asked?.searchParams.get('roomId')).toBe(setting.roomId)
      expect([...(asked?.searchParams.keys() ?? [])]).not.toContain('roomName')
    },
  )
})
