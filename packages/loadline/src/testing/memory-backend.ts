import {
  defineAdapter,
  storedFile,
  UploadError,
  type FileAdapter,
  type FileQuery,
  type StoredFile,
  type StoredFileInput,
  type UploadRequest,
  type UploadTransport,
} from '../core/index.js'
import { createMemoryFaults, type MemoryFaults } from './memory-faults.js'
import { createMemoryTransport, type MemoryObject } from './memory-transport.js'
import { pageOf } from './memory-query.js'

export interface MemoryBackendOptions {
  /** What is stored already; what is left out is filled in. */
  readonly files?: readonly StoredFileInput[] | undefined
  /** Before every answer. Default 0. */
  readonly delayMs?: number | undefined
}

/** A row of the backend: an upload that was signed, and what became of it. */
export interface MemoryUpload {
  readonly fileId: string
  readonly request: UploadRequest
  readonly state: 'pending' | 'finalized' | 'gone'
  readonly object: MemoryObject | null
}

/** A whole backend in memory: an adapter and a transport over one truth. For stories, and for users' own tests. */
export interface MemoryBackend extends Omit<MemoryFaults, 'pass'> {
  readonly adapter: FileAdapter
  /** Goes into the queue's `transports`. */
  readonly transport: UploadTransport<'put'>
  files(): readonly StoredFile[]
  uploads(): readonly MemoryUpload[]
}

export function createMemoryBackend(options: MemoryBackendOptions = {}): MemoryBackend {
  const { pass, ...faults } = createMemoryFaults(options.delayMs ?? 0)
  const files = new Map<string, StoredFile>()
  const uploads = new Map<string, MemoryUpload>()
  let nextId = 1
  for (const file of options.files ?? [])
    files.set(file.id, storedFile({ status: 'ready', ...file }))

  function find(fileId: string | null, clientId: string): MemoryUpload {
    const upload = uploads.get(fileId ?? '')
    if (upload?.request.clientId !== clientId) throw new UploadError('not-found')
    return upload
  }

  function create(request: UploadRequest): MemoryUpload {
    const known = [...uploads.values()].find((one) => one.request.clientId === request.clientId)
    if (known !== undefined) {
      if (known.state !== 'pending') throw new UploadError('conflict')
      return known
    }
    const fileId = `file-${nextId++}`
    const made: MemoryUpload = { fileId, request, state: 'pending', object: null }
    uploads.set(fileId, made)
    return made
  }

  function finalize(upload: MemoryUpload): StoredFile {
    const known = files.get(upload.fileId)
    if (known !== undefined) return known
    if (upload.state === 'gone') throw new UploadError('conflict')
    if (upload.object?.size !== upload.request.size) {
      throw new UploadError('validation', { details: { reason: 'bytes-missing' } })
    }
    const file = newFile(upload, upload.object)
    files.set(file.id, file)
    uploads.set(upload.fileId, { ...upload, state: 'finalized' })
    return file
  }

  const transport = createMemoryTransport({ ...faults, pass }, (url, object) => {
    const fileId = decodeURIComponent(new URL(url).pathname.slice(1))
    const upload = uploads.get(fileId)
    if (upload?.state !== 'pending') throw new UploadError('forbidden')
    uploads.set(fileId, { ...upload, object })
  })

  const adapter = defineAdapter({
    name: 'memory',
    features: {
      uploadFields: [
        'category',
        'folderId',
        'visibility',
        'associations',
        'metadata',
        'path',
        'draft',
      ],
      createIsIdempotent: true,
      finalizeIsIdempotent: true,
      canUndoFinalize: true,
      lookAhead: true,
      sortKeys: ['name', 'size', 'createdAt', 'updatedAt'],
      filters: ['statuses', 'visibility', 'folderId'],
      search: 'server',
      canFilterRoot: true,
      maxPageSize: 200,
      canSkip: true,
    },
    async createUpload(request, { signal }) {
      await pass('create', signal)
      const { fileId } = create(request)
      return {
        kind: 'put',
        clientId: request.clientId,
        fileId,
        url: `https://memory.invalid/${encodeURIComponent(fileId)}`,
        headers: {},
        expiresAt: null,
        serverTime: null,
        maxSize: null,
      }
    },
    async finalizeUpload({ ref }, { signal }) {
      await pass('finalize', signal)
      return finalize(find(ref.fileId, ref.clientId))
    },
    abandonUpload({ fileId, clientId }) {
      const upload = find(fileId, clientId)
      files.delete(upload.fileId)
      uploads.set(upload.fileId, { ...upload, state: 'gone', object: null })
      return Promise.resolve()
    },
    async listFiles(query: FileQuery, { signal }) {
      await pass('list', signal)
      return pageOf([...files.values()], query)
    },
    getFile(id) {
      const file = files.get(id)
      return file === undefined
        ? Promise.reject(new UploadError('not-found'))
        : Promise.resolve(file)
    },
  })

  return {
    ...faults,
    adapter,
    transport,
    files: () => [...files.values()],
    uploads: () => [...uploads.values()],
  }
}

function newFile({ fileId, request }: MemoryUpload, object: MemoryObject): StoredFile {
  const now = new Date().toISOString()
  return storedFile({
    id: fileId,
    clientId: request.clientId,
    name: request.name,
    contentType: request.contentType,
    size: object.size,
    status: 'ready',
    visibility: request.visibility ?? 'private',
    createdAt: now,
    updatedAt: now,
    folderId: request.folderId,
    checksum: object.sha256,
    metadata: request.metadata,
  })
}
