import {
  storedFile,
  UploadError,
  type StoredFile,
  type StoredFileInput,
  type UploadRequest,
} from '../core/index.js'
import type { MemoryObject } from './memory-transport.js'

/** A row of the backend: an upload that was signed, and what became of it. */
export interface MemoryUpload {
  readonly fileId: string
  readonly request: UploadRequest
  readonly state: 'pending' | 'finalized' | 'gone'
  readonly object: MemoryObject | null
}

/** The one truth that the adapter and the transport of a memory backend share: its rows, files and objects. */
export class MemoryTruth {
  readonly files = new Map<string, StoredFile>()
  readonly uploads = new Map<string, MemoryUpload>()

  constructor(files: readonly StoredFileInput[]) {
    for (const file of files) this.files.set(file.id, storedFile({ status: 'ready', ...file }))
  }

  /** Idempotent by `clientId`; what was finalised or abandoned stays so. */
  create(request: UploadRequest): MemoryUpload {
    const { clientId } = request
    const known = [...this.uploads.values()].find((one) => one.request.clientId === clientId)
    if (known?.state === 'pending') return known
    if (known !== undefined) throw new UploadError('conflict')
    const fileId = `file-${this.uploads.size + 1}`
    const made: MemoryUpload = { fileId, request, state: 'pending', object: null }
    this.uploads.set(fileId, made)
    return made
  }

  store(fileId: string, object: MemoryObject): void {
    const upload = this.uploads.get(fileId)
    if (upload?.state !== 'pending') throw new UploadError('forbidden')
    this.uploads.set(fileId, { ...upload, object })
  }

  finalize(fileId: string | null, clientId: string): StoredFile {
    const upload = this.#find(fileId, clientId)
    const known = this.files.get(upload.fileId)
    if (known !== undefined) return known
    if (upload.state === 'gone') throw new UploadError('conflict')
    if (upload.object?.size !== upload.request.size) {
      throw new UploadError('validation', { details: { reason: 'bytes-missing' } })
    }
    const file = newFile(upload, upload.object)
    this.files.set(file.id, file)
    this.uploads.set(upload.fileId, { ...upload, state: 'finalized' })
    return file
  }

  abandon(fileId: string | null, clientId: string): void {
    const upload = this.#find(fileId, clientId)
    this.files.delete(upload.fileId)
    this.uploads.set(upload.fileId, { ...upload, state: 'gone', object: null })
  }

  #find(fileId: string | null, clientId: string): MemoryUpload {
    const upload = this.uploads.get(fileId ?? '')
    if (upload?.request.clientId !== clientId) throw new UploadError('not-found')
    return upload
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
