import { uploadFile, UploadError, type FileAdapter } from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { afterAll, describe, expect } from 'vitest'
import { edgeCase } from './edge-case.js'
import {
  askedOf,
  closeServers,
  ctx,
  outcomeOf,
  requestOf,
  rocketChatSetting,
  storeFile,
  type RocketChatSetting,
} from './rocketchat-setting.js'

afterAll(closeServers)

/** Retries do not wait for long. */
const retry = { baseDelayMs: 1, maxDelayMs: 1 }

function text(name: string, size = 10): File {
  return makeFile({ name, size, type: 'text/plain' })
}

function code(outcome: unknown): string {
  return outcome instanceof UploadError ? outcome.code : 'none'
}

describe("Rocket.Chat's uploads", () => {
  const minute = 60_000
  const limited = { rateLimit: { calls: 1, ms: minute } }
  edgeCase(
    28,
    {
      real: () => rocketChatSetting({ server: limited }),
      wrong: {
        'the reset is taken for seconds': () =>
          rocketChatSetting({ server: limited, wrong: waiting((at) => at * 1_000) }),
        'nobody knows how long': () =>
          rocketChatSetting({ server: limited, wrong: waiting(() => null) }),
      },
    },
    async (setting) => {
      const { adapter, server } = setting
      const list = () => outcomeOf(adapter.listFiles?.({ limit: 1 }, ctx))
      // By a clock that is not the page's.
      server.workspace.shiftMs += 2 * minute
      await list()
      expectWait(await list(), minute)
      const error = 'You must wait 30 seconds before trying again. [error-too-many-requests]'
      const body = { success: false, error }
      const ref = { clientId: 'c', kind: 'form', fileId: null } as const
      const unexposed = { status: 429, headers: {}, body: JSON.stringify(body) }
      expectWait(adapter.readStoreError?.(ref, unexposed), minute / 2)

      server.plant({ route: 'rooms.media', status: 429, body })
      const stop = new AbortController()
      const uploaded = outcomeOf(uploadFile(adapter, text('a'), { signal: stop.signal }))
      await expect.poll(() => askedOf(setting, 'rooms.media').length).toBe(1)
      stop.abort()
      expect(code(await uploaded)).toBe('cancelled')
      expect(askedOf(setting, 'rooms.media')).toHaveLength(1)
    },
  )

  edgeCase(
    29,
    {
      real: () => rocketChatSetting(),
      wrong: {
        'the rules are not asked for': () =>
          rocketChatSetting({
            wrong: ({ createUpload }) => ({
              createUpload: (request, context) =>
                createUpload?.({ ...request, size: 1, contentType: 'a/b' }, context) ??
                Promise.reject(new Error('no create')),
            }),
          }),
        'a refusal is read by its status alone': () =>
          rocketChatSetting({
            wrong: () => ({
              readStoreError: (_, { status }) =>
                status < 300 ? null : new UploadError('server', { status }),
            }),
          }),
      },
    },
    async (setting) => {
      const { adapter, server, roomId } = setting
      const create = (type: string, size: number) => {
        const request = { ...requestOf(text('a')), contentType: type, size }
        return outcomeOf(adapter.createUpload?.(request, ctx))
      }
      expect(code(await create('text/plain', 0))).toBe('validation')
      expect(code(await create('image/svg+xml', 1))).toBe('type-not-allowed')
      expect(code(await create('', 1))).toBe('type-not-allowed')
      expect(code(await create('text/plain', 104_857_601))).toBe('too-large')
      expect(code(await create('text/plain', 104_857_600))).toBe('none')
      expect(askedOf(setting, 'rooms.media')).toEqual([])

      const ref = { clientId: 'c', kind: 'form', fileId: null } as const
      const url = `${server.url}/api/v1/rooms.media/${roomId}`
      const headers = (await adapter.storeHeaders?.(ref, url, ctx)) ?? {}
      const send = async (fields: readonly string[], type = 'text/plain') => {
        const body = new FormData()
        for (const field of fields) body.append(field, new Blob(['a'], { type }), 'a')
        const answer = await fetch(url, { method: 'POST', headers, body })
        const response = { status: answer.status, headers: {}, body: await answer.text() }
        return adapter.readStoreError?.(ref, response)
      }
      const errorType = (name: string) => ({ code: 'validation', details: { errorType: name } })
      expect(await send(['file', 'file'])).toMatchObject(errorType('error-too-many-files'))
      expect(await send(['upload'])).toMatchObject(errorType('invalid-field'))
      expect(await send([])).toMatchObject({ status: 400 })
      expect(await send(['file'], 'image/svg+xml')).toMatchObject({ code: 'type-not-allowed' })
      expect(await send(['file'])).toBeNull()
    },
  )

  edgeCase(
    30,
    {
      real: () => rocketChatSetting(),
      wrong: {
        'a lost answer is asked for again': () =>
          rocketChatSetting({
            wrong: ({ finalizeUpload }) => ({
              finalizeUpload: (upload, context) => {
                const confirm = () =>
                  finalizeUpload?.(upload, context) ?? Promise.reject(new Error('no finalise'))
                return confirm().catch(confirm)
              },
            }),
          }),
        'a confirm is said to be repeatable': () =>
          rocketChatSetting({
            wrong: ({ features }) => ({ features: { ...features, finalizeIsIdempotent: true } }),
          }),
        'the bytes are sent again': () =>
          rocketChatSetting({
            wrong: ({ finalizeUpload }) => ({
              async finalizeUpload(upload, context) {
                const outcome = await outcomeOf(finalizeUpload?.(upload, context))
                if (!(outcome instanceof Error)) return outcome
                const details = { reason: 'bytes-missing' }
                throw new UploadError('not-found', { details })
              },
            }),
          }),
      },
    },
    async (setting) => {
      const { adapter, server } = setting
      const failures = [
        { status: 500, body: { success: false, error: 'x' } },
        { status: 502, body: '<html>', isAfterwards: true },
        { status: 'drop', isAfterwards: true },
        { status: 'drop' },
      ] as const
      for (const [index, failure] of failures.entries()) {
        server.plant({ route: 'rooms.mediaConfirm', ...failure })
        const file = await outcomeOf(uploadFile(adapter, text(`${index}.txt`), { retry }))
        expect(file).toMatchObject({ name: `${index}.txt`, status: 'ready' })
        expect(server.workspace.messages.size).toBe(index + 1)
        expect(askedOf(setting, 'rooms.media')).toHaveLength(index + 1)
      }
    },
  )

  edgeCase(
    31,
    {
      real: () => rocketChatSetting({ server: { hidesMessages: true } }),
      wrong: {
        'the file is read from the message alone': () =>
          rocketChatSetting({
            server: { hidesMessages: true },
            wrong: () => ({
              finalizeUpload: () =>
                Promise.reject(new UploadError('server', { isRetryable: false })),
            }),
          }),
      },
    },
    async ({ adapter, server }) => {
      const file = await outcomeOf(uploadFile(adapter, text('a.txt', 12), { retry }))
      const [upload] = server.workspace.uploads.values()
      expect(file).toMatchObject({
        ...{ id: upload?.id, name: 'a.txt', size: 12, contentType: 'text/plain', status: 'ready' },
      })
    },
  )
})

describe("Rocket.Chat's deletes", () => {
  interface Versions {
    readonly modern: RocketChatSetting
    readonly old: RocketChatSetting
  }
  const old = { server: { version: '7.5' } }
  const versions = async (
    oldOptions: Parameters<typeof rocketChatSetting>[0] = {},
    modernOptions: Parameters<typeof rocketChatSetting>[0] = {},
  ): Promise<Versions> => ({
    modern: await rocketChatSetting(modernOptions),
    old: await rocketChatSetting({ ...old, ...oldOptions }),
  })
  /** Deletes nothing, and says that it did. */
  const believing = (): Partial<FileAdapter> => ({
    deleteFiles: (ids) => Promise.resolve({ done: ids, failed: [] }),
  })

  edgeCase(
    34,
    {
      real: () => versions(),
      wrong: {
        'an old server is asked as if it were new': () => versions({ toldVersion: '8.8' }),
        'a temporary file is left': () =>
          versions({}, { wrong: () => ({ abandonUpload: () => Promise.resolve() }) }),
        'nothing is deleted': () => versions({}, { wrong: believing }),
      },
    },
    async ({ modern, old: older }) => {
      for (const setting of [modern, older]) {
        const { adapter } = setting
        const list = async () => (await adapter.listFiles?.({ limit: 10 }, ctx))?.total
        const made = await uploadFile(adapter, text('a'), { retry })
        const other = await uploadFile(adapter, text('b'), { retry })
        expect(await list()).toBe(2)
        const deleted = await outcomeOf(adapter.deleteFiles?.([made.id], ctx))
        expect(deleted).toEqual({ done: [made.id], failed: [] })
        expect(await list()).toBe(1)
        // Its message is not known there.
        const later = await outcomeOf(setting.laterAdapter.deleteFiles?.([other.id], ctx))
        expect(later).toEqual({ done: [other.id], failed: [] })
        expect(await list()).toBe(0)
      }
      const { ref } = await storeFile(modern, text('c'))
      await modern.adapter.abandonUpload?.(ref, 'cancelled', ctx)
      expect(modern.server.workspace.uploads.has(ref.fileId ?? '')).toBe(false)
      expect(older.adapter.abandonUpload).toBeUndefined()
    },
  )
})

/** Whether it waits about so long. */
function expectWait(outcome: unknown, ms: number): void {
  expect(outcome).toMatchObject({ code: 'rate-limited' })
  const { retryAt } = outcome as UploadError
  expect(retryAt).not.toBeNull()
  expect(Math.abs((retryAt ?? 0) - Date.now() - ms)).toBeLessThan(5_000)
}

function waiting(change: (retryAt: number) => number | null) {
  return ({ listFiles }: FileAdapter): Partial<FileAdapter> => ({
    async listFiles(query, context) {
      const outcome = await outcomeOf(listFiles?.(query, context))
      if (!(outcome instanceof UploadError)) return outcome as never
      throw new UploadError(outcome.code, { retryAt: change(outcome.retryAt ?? 0) })
    },
  })
}
