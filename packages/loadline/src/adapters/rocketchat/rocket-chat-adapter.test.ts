import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startScriptedBackend, type ScriptedBackend } from '../../../testing/scripted-backend.js'
import type { FileAdapter, UploadRequest } from '../../core/index.js'
import { rocketChatAdapter, type RocketChatAdapterOptions } from './index.js'

const ctx = { signal: new AbortController().signal }
const aborted = { signal: AbortSignal.abort() }
const secret = 'a-secret-token'

let backend: ScriptedBackend

beforeEach(async () => {
  backend = await startScriptedBackend()
})

afterEach(() => backend.close())

function adapterOf(options: Partial<RocketChatAdapterOptions> = {}): FileAdapter {
  return rocketChatAdapter({
    baseUrl: `${backend.url}/chat/`,
    room: { kind: 'group', id: 'r/1' },
    getAuth: () => ({ userId: 'u', authToken: secret }),
    ...options,
  })
}

const request: UploadRequest = {
  ...{ clientId: 'c', name: 'a.txt', path: null, contentType: 'text/plain', size: 10 },
  ...{ preferredKinds: ['form'], category: null, folderId: null, visibility: null },
  ...{ associations: [], metadata: {}, isDraft: false, checksum: null },
}

const noFiles = { files: [], count: 0, offset: 0, total: 0, success: true }

describe('what a version has', () => {
  it.each([
    [undefined, 'page', [], false],
    ['6.8', 'page', [], false],
    ['7.13.2', 'page', [], false],
    ['8.0.0-rc.1', 'server', ['contentTypes'], false],
    ['8.2', 'server', ['contentTypes'], true],
    ['9', 'server', ['contentTypes'], true],
  ])('%s: search %s, filters %j, gives up: %j', (serverVersion, search, filters, canGiveUp) => {
    const { features, abandonUpload } = adapterOf({ serverVersion })
    expect([features.search, features.filters]).toEqual([search, filters])
    expect(abandonUpload !== undefined).toBe(canGiveUp)
  })

  it('is asked for at once where it is no version', () => {
    expect(() => adapterOf({ serverVersion: 'latest' })).toThrow(TypeError)
  })

  it('sends confirmed files alone from 8.2 on', async () => {
    backend.answer({ body: noFiles })
    for (const serverVersion of ['8.1', '8.2']) {
      await adapterOf({ serverVersion }).listFiles?.({ limit: 1 }, ctx)
    }
    const asked = backend.asked.map(({ url }) => url.includes('onlyConfirmed=true'))
    expect(asked).toEqual([false, true])
  })

  it('asks for a row at least, and for a hundred at most', async () => {
    backend.answer({ body: noFiles })
    for (const limit of [0, 500]) await adapterOf().listFiles?.({ limit }, ctx)
    const counts = backend.asked.map(({ url }) => new URL(url, backend.url).searchParams)
    expect(counts.map((params) => params.get('count'))).toEqual(['1', '100'])
  })

  it('names the room and the server in the cache key', () => {
    const keys = [
      adapterOf(),
      adapterOf({ room: { kind: 'group', name: 'r/1' } }),
      adapterOf({ room: { kind: 'channel', id: 'r/1' } }),
      adapterOf({ baseUrl: 'https://other.example' }),
    ].map(({ features }) => features.cacheKey)
    expect(new Set(keys).size).toBe(4)
    expect(adapterOf({ cacheKey: 'own' }).features.cacheKey).toBe('own')
  })
})

describe('a room by its name', () => {
  const room = { kind: 'group', name: 'friends & co' } as const

  it('is looked up once, for all who ask at once', async () => {
    backend.answer(({ url }) => ({
      body: url.includes('rooms.info')
        ? { room: { _id: 'found', t: 'p' }, success: true }
        : noFiles,
    }))
    const adapter = adapterOf({ room })
    await Promise.all([1, 2, 3].map(async (limit) => adapter.listFiles?.({ limit }, ctx)))
    const urls = backend.asked.map(({ url }) => url)
    expect(urls.filter((url) => url.includes('rooms.info'))).toEqual([
      '/chat/api/v1/rooms.info?roomName=friends+%26+co',
    ])
    expect(urls.filter((url) => url.includes('roomId=found'))).toHaveLength(3)
  })

  it('is looked up again after a failure, and whoever gives up spoils nothing for the others', async () => {
    backend.answer({ status: 502, body: '<html>' })
    const adapter = adapterOf({ room })
    const list = (context = ctx) => adapter.listFiles?.({ limit: 1 }, context)
    await expect(list()).rejects.toMatchObject({ code: 'server' })
    backend.answer(({ url }) => ({
      body: url.includes('rooms.info') ? { room: { _id: 'r', t: 'p' }, success: true } : noFiles,
    }))
    const [first, second] = await Promise.allSettled([list(aborted), list()])
    expect(first).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } })
    expect(second.status).toBe('fulfilled')
  })

  it('must be of the kind that was said', async () => {
    backend.answer({ body: { room: { _id: 'r', t: 'c' }, success: true } })
    const listed = adapterOf({ room }).listFiles?.({ limit: 1 }, ctx)
    await expect(listed).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('an upload', () => {
  it('is a form to the room, without a secret in its ticket', async () => {
    backend.answer({ body: { settings: [], count: 0, total: 0, success: true } })
    const adapter = adapterOf()
    const ticket = await adapter.createUpload?.(request, ctx)
    expect(ticket).toMatchObject({
      ...{ kind: 'form', fields: [], fileField: 'file', headers: {}, fileId: null, maxSize: null },
      url: `${backend.url}/chat/api/v1/rooms.media/r%2F1`,
    })
    expect(JSON.stringify(ticket)).not.toContain(secret)
    expect(adapter.features.apiOrigins).toEqual([backend.url])
  })

  it('does not wait for rules that the server does not tell', async () => {
    backend.answer({ status: 500, body: '' })
    await expect(adapterOf().createUpload?.(request, ctx)).resolves.toMatchObject({ maxSize: null })
  })

  it('finds the rules on later pages of an older server, and asks for them once', async () => {
    const all = Array.from({ length: 130 }, (_, index) => ({ _id: `Other_${index}`, value: 1 }))
    all.push({ _id: 'FileUpload_MaxFileSize', value: 5 })
    backend.answer(({ url }) => {
      const offset = Number(new URL(url, backend.url).searchParams.get('offset'))
      const settings = all.slice(offset, offset + 50)
      return { body: { settings, count: settings.length, offset, total: 131, success: true } }
    })
    const adapter = adapterOf()
    expect(await adapter.getLimits?.(ctx)).toMatchObject({ maxFileSize: 5, maxFiles: null })
    const created = adapter.createUpload?.(request, ctx)
    await expect(created).rejects.toMatchObject({ code: 'too-large', details: { maxSize: 5 } })
    expect(backend.asked).toHaveLength(3)
  })

  it('renames a file at its confirm where a form has mangled its name', async () => {
    backend.answer({ body: { message: null, success: true } })
    const ref = { clientId: 'c', kind: 'form', fileId: 'f' } as const
    for (const serverVersion of ['8.8', '7.5']) {
      const upload = { ref, request: { ...request, name: 'a "b".txt' }, etag: null }
      await adapterOf({ serverVersion }).finalizeUpload?.(upload, ctx)
    }
    expect(backend.asked.map(({ body }) => body)).toEqual([{ fileName: 'a "b".txt' }, {}])
  })

  it.each([401, 429, 500])(
    'is not confirmed again where nobody can look, because of a %i',
    async (status) => {
      backend.answer(({ url }) => ({ status: url.includes('mediaConfirm') ? 502 : status }))
      const ref = { clientId: 'c', kind: 'form', fileId: 'f' } as const
      const confirmed = adapterOf().finalizeUpload?.({ ref, request, etag: null }, ctx)
      await expect(confirmed).rejects.toMatchObject({ code: 'unconfirmed', isRetryable: false })
      expect(backend.asked.filter(({ url }) => url.includes('mediaConfirm'))).toHaveLength(1)
    },
  )

  it('that was confirmed before is found, where a second confirm is refused', async () => {
    const files = [{ _id: 'f', name: 'a.txt', complete: true }]
    const refusal = { success: false, errorType: 'invalid-file', error: '[invalid-file]' }
    backend.answer(({ url }) =>
      url.includes('mediaConfirm')
        ? { status: 400, body: refusal }
        : { body: { ...noFiles, files, total: 1 } },
    )
    const upload = {
      ref: { clientId: 'c', kind: 'form', fileId: 'f' },
      request,
      etag: null,
    } as const
    const file = await adapterOf().finalizeUpload?.(upload, ctx)
    expect(file).toMatchObject({ id: 'f', clientId: 'c', status: 'ready' })
    const other = { ...upload, ref: { ...upload.ref, fileId: 'other' } }
    await expect(adapterOf().finalizeUpload?.(other, ctx)).rejects.toMatchObject({
      ...{ code: 'not-found', details: { reason: 'bytes-missing' } },
    })
  })

  it('without bytes is not confirmed, and says that they are missing', async () => {
    const ref = { clientId: 'c', kind: 'form', fileId: null } as const
    const confirmed = adapterOf().finalizeUpload?.({ ref, request, etag: null }, ctx)
    await expect(confirmed).rejects.toMatchObject({
      ...{ code: 'not-found', details: { reason: 'bytes-missing' } },
    })
    expect(backend.asked).toEqual([])
  })
})

describe('a delete', () => {
  const gone = { msg: 'result', id: '1', error: { error: 'error-file-not-found', message: 'Gone' } }
  const inside = JSON.stringify(gone)

  it.each([
    [200, { message: inside, success: true }],
    [400, { message: inside, success: false }],
  ])('by a method that fails is read the same with status %i', async (status, body) => {
    backend.answer(() => ({ status, body }))
    const deleted = await adapterOf({ serverVersion: '8.0' }).deleteFiles?.(['f'], ctx)
    expect(deleted).toMatchObject({
      done: [],
      failed: [{ id: 'f', error: { code: 'not-found', message: 'Gone' } }],
    })
    expect(backend.asked.map(({ url, body: asked }) => [url, asked])).toEqual([
      [
        '/chat/api/v1/method.call/deleteFileMessage',
        { message: expect.stringContaining('"params":["f"]') as unknown },
      ],
    ])
  })

  it('tries what there is where the version is not told, and says what was said of the file', async () => {
    backend.answer({ status: 404, body: { success: false, error: 'Nothing here' } })
    const deleted = await adapterOf().deleteFiles?.(['f'], ctx)
    expect(deleted).toMatchObject({ failed: [{ error: { code: 'not-found', status: 404 } }] })
    expect(backend.asked.map(({ url }) => url.split('/').at(-1))).toEqual([
      'uploads.delete',
      'deleteFileMessage',
    ])
  })

  it('asks nothing more once nobody may', async () => {
    backend.answer({ status: 403, body: { success: false, error: 'forbidden' } })
    const deleted = await adapterOf().deleteFiles?.(['f'], ctx)
    expect(deleted).toMatchObject({ failed: [{ error: { code: 'forbidden' } }] })
    expect(backend.asked).toHaveLength(1)
  })
})

describe('an error', () => {
  it.each(['<html>', '"text"', '[]', '{}', '{"files":[{}],"total":1}', '{"files":[],"total":-1}'])(
    'says that %s is no list',
    async (body) => {
      backend.answer({ body })
      const listed = adapterOf().listFiles?.({ limit: 1 }, ctx)
      await expect(listed).rejects.toMatchObject({ code: 'server', isRetryable: false })
    },
  )

  it('is read by a status that is plainer than the code', async () => {
    const body = { success: false, error: 'x', errorType: 'error-room-not-found' }
    backend.answer({ status: 401, body })
    const listed = adapterOf().listFiles?.({ limit: 1 }, ctx)
    await expect(listed).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it('tells nothing of the token', async () => {
    backend.answer({ status: 400, body: { success: false, error: 'x', errorType: 'y' } })
    const error: unknown = await adapterOf()
      .listFiles?.({ limit: 1 }, ctx)
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'validation', details: { errorType: 'y' } })
    expect(JSON.stringify(error) + String(error)).not.toContain(secret)
  })

  it('asks for a thumbnail that there is not', async () => {
    const file = { id: 'f', name: 'a' } as never
    const read = adapterOf().readFile?.(file, { variant: 'thumbnail' }, ctx)
    await expect(read).rejects.toMatchObject({ code: 'unsupported' })
  })
})
