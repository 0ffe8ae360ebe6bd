import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startScriptedBackend, type ScriptedBackend } from '../../../testing/scripted-backend.js'
import {
  supports,
  type FileAdapter,
  type OptionalMethods,
  type StoredUpload,
  type UploadRequest,
} from '../../core/index.js'
import { presignedAdapter } from './presigned-adapter.js'

type Uploads = Pick<OptionalMethods, 'createUpload' | 'finalizeUpload'>

const ctx = { signal: new AbortController().signal }
const url = 'https://bucket.example/objects/1?X-Amz-Signature=abc'
const request: UploadRequest = {
  clientId: '9c1b6a2e-55a1-4b7b-8a53-2a3f6f4b9f10',
  name: 'ünï.txt',
  path: null,
  contentType: 'text/plain',
  size: 5,
  preferredKinds: ['put'],
  category: 'USER_FILES',
  folderId: 'folder-1',
  visibility: 'private',
  associations: [],
  metadata: { page: 1 },
  isDraft: false,
  checksum: null,
}

let backend: ScriptedBackend
let adapter: FileAdapter & Uploads

beforeEach(async () => {
  backend = await startScriptedBackend()
  adapter = make(`${backend.url}/finalize`)
})

afterEach(() => backend.close())

function make(finalizeUrl?: string): FileAdapter & Uploads {
  const made = presignedAdapter({ signUrl: `${backend.url}/sign?app=1`, finalizeUrl })
  if (!supports(made, 'createUpload', 'finalizeUpload')) throw new Error('It cannot upload.')
  return made
}

function stored(fileId: string | null): StoredUpload {
  const ref = { clientId: request.clientId, kind: 'put', fileId } as const
  return { ref, request, etag: '"e"' }
}

describe('signing', () => {
  it('sends the whole request, and reads a ticket for a PUT', async () => {
    backend.answer({ body: { url, headers: { 'x-amz-acl': 'private' }, fileId: 'f' } })
    expect(await adapter.createUpload(request, ctx)).toEqual({
      kind: 'put',
      clientId: request.clientId,
      fileId: 'f',
      url,
      headers: { 'x-amz-acl': 'private' },
      expiresAt: null,
      serverTime: null,
      maxSize: null,
    })
    expect(backend.asked).toMatchObject([{ method: 'POST', url: '/sign?app=1', body: request }])
  })

  it.each([
    ['a record', { key: 'k', policy: 'p' }],
    [
      'pairs',
      [
        ['key', 'k'],
        ['policy', 'p'],
      ],
    ],
  ])('reads a ticket for a form where there are fields, as %s', async (_, fields) => {
    backend.answer({ body: { url, fields } })
    expect(await adapter.createUpload(request, ctx)).toMatchObject({
      kind: 'form',
      fileId: null,
      fileField: 'file',
      headers: {},
      fields: [
        ['key', 'k'],
        ['policy', 'p'],
      ],
    })
  })

  it("measures a ticket's life by the signer's clock, however wrong the browser's is", async () => {
    const date = 'Thu, 01 Jan 1998 00:00:00 GMT'
    backend.answer({ headers: { date }, body: { url, expiresAt: '1998-01-01T00:15:00Z' } })
    expect(await adapter.createUpload(request, ctx)).toMatchObject({
      expiresAt: '1998-01-01T00:15:00Z',
      serverTime: '1998-01-01T00:00:00.000Z',
    })
  })

  it('leaves it to the store what seems to be over already', async () => {
    backend.answer({ body: { url, expiresAt: '1998-01-01T00:15:00Z' } })
    expect(await adapter.createUpload(request, ctx)).toMatchObject({ expiresAt: null })
  })

  it.each([
    ['<html>hello</html>', 'answer'],
    [{ uploadUrl: url }, 'answer.url'],
    [{ url: '/objects/1' }, 'answer.url'],
    [{ url, headers: { a: 1 } }, 'answer.headers'],
    [{ url, fields: { a: 1 } }, 'answer.fields'],
    [{ url, fields: [['a']] }, 'answer.fields'],
    [{ url, fileId: 7 }, 'answer.fileId'],
    [{ url, expiresAt: 900 }, 'answer.expiresAt'],
    [{ url, expiresAt: 'soon' }, 'answer.expiresAt'],
  ])('says of %j what is wrong, and what the route must answer', async (body, field) => {
    backend.answer({ body })
    const signed = adapter.createUpload(request, ctx)
    await expect(signed).rejects.toMatchObject({
      code: 'server',
      isRetryable: false,
      details: { field, route: 'signUrl' },
      message: expect.stringContaining(
        'signUrl must answer JSON: { url, headers?, fields?, fileId?, expiresAt? }',
      ) as unknown,
    })
    await expect(signed).rejects.not.toMatchObject({
      message: expect.stringContaining('X-Amz-Signature') as unknown,
    })
  })

  it('keeps the code of a refusal', async () => {
    backend.answer({ status: 422, body: { code: 'type-not-allowed', detail: 'No texts.' } })
    await expect(adapter.createUpload(request, ctx)).rejects.toMatchObject({
      code: 'type-not-allowed',
      status: 422,
      message: 'No texts.',
    })
  })
})

describe('finalising', () => {
  it('tells the route what was stored, and takes what it says', async () => {
    backend.answer({ body: { id: '42', name: 'b.txt', url: '/files/42', status: 'processing' } })
    expect(await adapter.finalizeUpload(stored('f'), ctx)).toMatchObject({
      id: '42',
      clientId: request.clientId,
      name: 'b.txt',
      url: '/files/42',
      status: 'processing',
      contentType: 'text/plain',
      size: 5,
      folderId: 'folder-1',
      visibility: 'private',
      metadata: { page: 1 },
    })
    expect(backend.asked).toMatchObject([{ method: 'POST', url: '/finalize' }])
    expect(backend.asked[0]?.body).toEqual({
      clientId: request.clientId,
      fileId: 'f',
      name: 'ünï.txt',
      contentType: 'text/plain',
      size: 5,
      etag: '"e"',
    })
  })

  it.each([{ body: {} }, { body: 'null' }, { status: 204 }])(
    'takes %j for a file as it was sent',
    async (answer) => {
      backend.answer(answer)
      expect(await adapter.finalizeUpload(stored('f'), ctx)).toMatchObject({
        id: 'f',
        name: 'ünï.txt',
        url: null,
        status: 'ready',
      })
    },
  )

  it.each([
    [{ id: 7 }, 'answer.id'],
    [{ status: 'done' }, 'answer.status'],
    [['a'], 'answer'],
    ['<html>', 'answer'],
  ])('says of %j what is wrong', async (body, field) => {
    backend.answer({ body })
    await expect(adapter.finalizeUpload(stored('f'), ctx)).rejects.toMatchObject({
      code: 'server',
      details: { field, route: 'finalizeUrl' },
    })
  })

  it.each(['f', null])('asks nobody without a route: the file id is %j', async (fileId) => {
    const file = await make().finalizeUpload(stored(fileId), ctx)
    expect(file).toMatchObject({ id: fileId ?? request.clientId, url: null, status: 'ready' })
    expect(backend.asked).toEqual([])
  })
})

describe('what it is', () => {
  it('is for uploads only', () => {
    const others = ['listFiles', 'getFile', 'renameFile', 'deleteFiles', 'abandonUpload'] as const
    expect(others.filter((method) => supports(adapter, method))).toEqual([])
    expect(adapter.features).toMatchObject({
      cacheKey: `presigned:${backend.url}/sign?app=1`,
      apiOrigins: [backend.url],
      filters: [],
      search: false,
    })
  })

  it("sends by the application's own client", async () => {
    const sent: unknown[] = []
    const http = {
      request: (config: unknown) => {
        sent.push(config)
        return Promise.resolve({ url })
      },
    }
    const own = presignedAdapter({ signUrl: '/sign', http, cacheKey: 'mine' })
    expect(await own.createUpload?.(request, ctx)).toMatchObject({ kind: 'put', url })
    expect(sent).toMatchObject([{ method: 'POST', url: '/sign', data: request }])
    expect(own.features.cacheKey).toBe('mine')
  })
})
