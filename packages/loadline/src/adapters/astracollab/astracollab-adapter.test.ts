import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startScriptedBackend, type ScriptedBackend } from '../../../testing/scripted-backend.js'
import {
  supports,
  type FileAdapter,
  type OptionalMethods,
  type UploadRef,
  type UploadRequest,
} from '../../core/index.js'
import { astraCollabAdapter, type AstraCollabAdapterOptions } from './astracollab-adapter.js'

const ctx = { signal: new AbortController().signal }
const file = { id: 'file_1', name: 'a.txt', size: 5, type: 'text/plain', url: 'https://cdn/a' }
const request: UploadRequest = {
  clientId: '9c1b6a2e-55a1-4b7b-8a53-2a3f6f4b9f10',
  name: 'a.txt',
  path: null,
  contentType: 'text/plain',
  size: 5,
  preferredKinds: ['form', 'multipart'],
  category: null,
  folderId: 'folder_1',
  visibility: null,
  associations: [],
  metadata: { page: 1 },
  isDraft: false,
  checksum: null,
}

let backend: ScriptedBackend

beforeEach(async () => {
  backend = await startScriptedBackend()
})

afterEach(() => backend.close())

function make(options: Partial<AstraCollabAdapterOptions> = {}): FileAdapter & OptionalMethods {
  const baseUrl = `${backend.url}/v1/`
  const adapter = astraCollabAdapter({ baseUrl, getToken: () => 'ak_secret', ...options })
  return adapter as FileAdapter & OptionalMethods
}

function start(parts: readonly object[], partSize = 100) {
  const data = { uploadId: 'upload_1', fileId: 'file_1', partSize, totalParts: 1, parts }
  backend.answer({ body: { success: true, data } })
}

const part = (partNumber: number, size: number) => ({
  partNumber,
  size,
  uploadUrl: `https://store.example/${partNumber}`,
})

describe('which way a file goes', () => {
  it('is by a form to the API itself, of which nobody is asked first', async () => {
    const ticket = await make().createUpload(request, ctx)
    expect(ticket).toEqual({
      kind: 'form',
      clientId: request.clientId,
      fileId: null,
      url: `${backend.url}/v1/files/upload`,
      headers: {},
      fields: [
        ['folderId', 'folder_1'],
        ['metadata', '{"page":1}'],
      ],
      fileField: 'file',
      expiresAt: null,
      serverTime: null,
      maxSize: null,
    })
    expect(backend.asked).toEqual([])
  })

  it.each([
    ['as preferred', 150, ['multipart', 'form'], 'multipart'],
    ['as preferred', 150, ['put', 'form', 'multipart'], 'form'],
    ['in parts above 100 MB', 100_000_001, ['form', 'multipart'], 'multipart'],
    ['in one up to there', 100_000_000, ['form', 'multipart'], 'form'],
  ] as const)('is %s: %i bytes, %j', async (_, size, preferredKinds, kind) => {
    start([part(1, size)], size)
    const ticket = await make().createUpload({ ...request, size, preferredKinds }, ctx)
    expect(ticket.kind).toBe(kind)
  })

  it('is the only one that is left', async () => {
    const large = { ...request, size: 200_000_000 }
    const alone = make({ features: { multipart: false } })
    expect(await alone.createUpload(large, ctx)).toMatchObject({ kind: 'form' })
    start([part(1, 5)])
    const inParts = make({ features: { upload: false } })
    expect(await inParts.createUpload(request, ctx)).toMatchObject({ kind: 'multipart' })
  })

  it.each([
    ['a part of another size', [part(1, 100), part(2, 40)]],
    ['parts in another order', [part(2, 100), part(1, 50)]],
  ])('is none where the plan has %s', async (_, parts) => {
    start(parts)
    const created = make().createUpload(
      { ...request, size: 150, preferredKinds: ['multipart'] },
      ctx,
    )
    await expect(created).rejects.toMatchObject({ code: 'server', isRetryable: false })
  })
})

describe('the token', () => {
  it('is asked for before each call', async () => {
    let count = 0
    const adapter = make({ getToken: () => Promise.resolve(`token-${(count += 1)}`) })
    backend.answer({ body: { success: true, data: { files: [] } } })
    for (let call = 0; call < 2; call += 1) await adapter.listFiles({ limit: 1 }, ctx)
    expect(backend.asked.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ])
  })

  it('is left out where a proxy knows the person by other means', async () => {
    backend.answer({ body: { success: true, data: { files: [] } } })
    await make({ getToken: () => null }).listFiles({ limit: 1 }, ctx)
    expect(backend.asked[0]?.headers).not.toHaveProperty('authorization')
  })

  it('that cannot be had is a person to sign in', async () => {
    const adapter = make({ getToken: () => Promise.reject(new Error('No session')) })
    await expect(adapter.listFiles({ limit: 1 }, ctx)).rejects.toMatchObject({
      code: 'unauthenticated',
      cause: { message: 'No session' },
    })
  })

  it('goes with the bytes to the API alone', async () => {
    const adapter = make()
    const ref: UploadRef = { clientId: 'c', kind: 'form', fileId: null }
    const own = `${backend.url}/v1/files/upload`
    const headersOf = (one: UploadRef, url: string) => adapter.storeHeaders(one, url, ctx)
    expect(await headersOf(ref, own)).toEqual({ authorization: 'Bearer ak_secret' })
    expect(await headersOf(ref, `${own}/../elsewhere`)).toEqual({})
    expect(await headersOf({ ...ref, kind: 'multipart' }, own)).toEqual({})
  })

  it('is in no error', async () => {
    backend.answer({ status: 500, body: 'Bad gateway' })
    const thrown: unknown = await make()
      .listFiles({ limit: 1 }, ctx)
      .catch((error: unknown) => error)
    expect(thrown).toMatchObject({ name: 'UploadError', code: 'server', status: 500 })
    expect(JSON.stringify([thrown, String(thrown)])).not.toContain('ak_secret')
  })
})

describe('a finalise', () => {
  const ref: UploadRef = {
    clientId: request.clientId,
    kind: 'form',
    fileId: 'file_1',
    state: { clientId: request.clientId, fileId: 'file_1' },
  }

  it('reads the file that the form made', async () => {
    const body = JSON.stringify({ success: true, data: { file } })
    const response = { status: 200, headers: {}, body }
    const adapter = make()
    const read = adapter.readStoreResponse({ ...ref, fileId: null }, response)
    expect(read.ref).toMatchObject({ fileId: 'file_1' })
    const upload = { ref: read.ref ?? ref, request, etag: null, response }
    expect(await adapter.finalizeUpload(upload, ctx)).toMatchObject({ id: 'file_1', size: 5 })
    expect(backend.asked).toEqual([])
  })

  it('asks for the file where only its id was told, or the answer is gone', async () => {
    backend.answer({ body: { success: true, data: { file } } })
    const upload = { ref, request, etag: null }
    expect(await make().finalizeUpload(upload, ctx)).toMatchObject({ id: 'file_1' })
    expect(backend.asked[0]?.url).toBe('/v1/files/file_1?expires=3600')
  })

  it('leaves it to a person where nothing was told', async () => {
    const upload = { ref: { ...ref, fileId: null }, request, etag: null }
    await expect(make().finalizeUpload(upload, ctx)).rejects.toMatchObject({ code: 'unconfirmed' })
  })

  it('of parts looks for the file when its own answer is lost', async () => {
    backend.answer(({ method }) =>
      method === 'POST'
        ? { status: 502, body: '<html>' }
        : { body: { success: true, data: { file } } },
    )
    const inParts = { ...ref, kind: 'multipart', uploadId: 'upload_1' } as const
    const parts = [{ partNumber: 1, size: 5, etag: '"e"', checksum: null }]
    const upload = { ref: inParts, request, etag: null, parts }
    expect(await make().finalizeUpload(upload, ctx)).toMatchObject({ id: 'file_1' })
    expect(backend.asked.map(({ method }) => method)).toEqual(['POST', 'GET'])
  })
})

describe('what is switched off', () => {
  const uploads = ['createUpload', 'finalizeUpload', 'abandonUpload', 'storeHeaders'] as const
  const folders = ['listFolders', 'createFolder', 'deleteFolders'] as const
  const nothing = { upload: false, multipart: false, delete: false, folders: false }

  it('is not there', () => {
    const adapter = make({ features: nothing })
    const left = [...uploads, ...folders, 'deleteFiles' as const].filter((method) =>
      supports(adapter, method),
    )
    expect(left).toEqual([])
    expect(supports(adapter, 'listFiles', 'getFile')).toBe(true)
    expect(adapter.features).toMatchObject({ ticketKinds: [], uploadFields: [] })
  })

  it('leaves the rest', () => {
    const adapter = make({ features: { ...nothing, upload: true } })
    expect(adapter.features).toMatchObject({
      ticketKinds: ['form'],
      uploadFields: ['metadata'],
      canUndoFinalize: false,
    })
  })
})

it('needs an absolute base to upload outside of a page', async () => {
  const adapter = make({ baseUrl: '/astra' })
  expect(adapter.features).toMatchObject({ cacheKey: 'astracollab:/astra', apiOrigins: [] })
  await expect(adapter.createUpload(request, ctx)).rejects.toMatchObject({ code: 'unsupported' })
})
