import {
  storedFile,
  UploadError,
  type FileStatus,
  type FileUser,
  type StoredFile,
  type StoredUpload,
  type UploadedPart,
  type UploadLookup,
  type UploadRef,
  type UploadRequest,
} from '../../core/index.js'
import type { Revision } from './memory-calls.js'
import type { MemoryFiles } from './memory-files.js'

/** What the store of a memory backend keeps of an object. */
export interface MemoryObject {
  readonly size: number
  readonly contentType: string
  /** Of the bytes, base64. */
  readonly sha256: string
}

/** A row of the backend: an upload that was signed, and what became of it. */
export interface MemoryUpload {
  readonly fileId: string
  readonly request: UploadRequest
  readonly kind: 'put' | 'multipart'
  readonly state: 'pending' | 'finalized' | 'gone'
  readonly object: MemoryObject | null
  /** Parts in the store, by number. */
  readonly parts: readonly UploadedPart[]
}

/** The uploads of a memory backend: one row for each `clientId`, for ever. */
export class MemoryUploads {
  readonly #rows = new Map<string, MemoryUpload>()
  readonly #fileIds = new Map<string, string>()
  readonly #bodies = new Map<string, Blob>()
  readonly #files: MemoryFiles
  readonly #revision: Revision
  readonly #user: FileUser

  constructor(files: MemoryFiles, revision: Revision, user: FileUser) {
    this.#files = files
    this.#revision = revision
    this.#user = user
  }

  all(): readonly MemoryUpload[] {
    return [...this.#rows.values()]
  }

  find(fileId: string): MemoryUpload | undefined {
    return this.#rows.get(fileId)
  }

  /** Idempotent by `clientId`; what was finalised or abandoned stays so. @throws UploadError `conflict` */
  create(request: UploadRequest, kind: MemoryUpload['kind']): MemoryUpload {
    const known = this.#rows.get(this.#fileIds.get(request.clientId) ?? '')
    if (known !== undefined) {
      const isSame = digest(known.request) === digest(request)
      if (isSame && known.state === 'pending') return known
      const reason = !isSame ? 'other-request' : known.state
      throw new UploadError('conflict', { details: { reason } })
    }
    const fileId = `file-${this.#rows.size + 1}`
    const made = { fileId, request, kind, state: 'pending', object: null, parts: [] } as const
    this.#fileIds.set(request.clientId, fileId)
    this.#set(made)
    return made
  }

  /** @throws UploadError `not-found` for a row that is not there, or another's. */
  get({ fileId, clientId }: Pick<UploadRef, 'fileId' | 'clientId'>): MemoryUpload {
    const upload = this.#rows.get(fileId ?? this.#fileIds.get(clientId) ?? '')
    if (upload?.request.clientId !== clientId) throw new UploadError('not-found')
    return upload
  }

  /** The same, where it still waits for its bytes. @throws UploadError `conflict` */
  getPending(ref: UploadRef): MemoryUpload {
    const upload = this.get(ref)
    if (upload.state === 'pending') return upload
    throw new UploadError('conflict', { details: { reason: upload.state } })
  }

  setObject(upload: MemoryUpload, object: MemoryObject, body: Blob): void {
    this.#bodies.set(upload.fileId, body)
    this.#set({ ...upload, object })
  }

  setParts(upload: MemoryUpload, parts: readonly UploadedPart[]): void {
    this.#set({ ...upload, parts })
  }

  /** Once; after that it answers the same file. @throws UploadError `validation` where the bytes are not as declared. */
  finalize({ ref, etag, parts }: StoredUpload, status: FileStatus): StoredFile {
    const upload = this.get(ref)
    if (upload.state === 'finalized') return this.#files.get(upload.fileId)
    if (upload.state === 'gone') throw new UploadError('conflict', { details: { reason: 'gone' } })
    const { object, fileId } = upload
    const body = this.#bodies.get(fileId)
    if (object === null || body === undefined || object.size !== upload.request.size) {
      throw refusal('bytes-missing')
    }
    const isOther =
      parts === undefined
        ? etag !== null && etag !== `"${object.sha256}"`
        : parts.some((part) => part.etag !== etagOf(upload, part.partNumber))
    if (isOther) throw refusal('etag-mismatch')
    const file = this.#newFile(upload, object, status)
    this.#files.add(file, body)
    this.#set({ ...upload, state: 'finalized' })
    return file
  }

  lookup(ref: UploadRef): UploadLookup {
    const { state, fileId, object, parts } = this.get(ref)
    if (state === 'gone') return { state, file: null }
    if (state === 'finalized') return { state, file: this.#files.get(fileId) }
    const isPartial = object === null && parts.length > 0
    return { state: object !== null ? 'stored' : isPartial ? 'unknown' : 'pending', file: null }
  }

  /** Idempotent: leaves a row that says `gone`, and nothing else. */
  abandon(ref: UploadRef): void {
    const upload = this.get(ref)
    if (upload.state === 'gone') return
    if (this.#files.find(upload.fileId) !== undefined) this.#files.delete(upload.fileId)
    this.end(upload.fileId)
  }

  /** Nothing brings back what was deleted. */
  end(fileId: string): void {
    const upload = this.#rows.get(fileId)
    if (upload === undefined) return
    this.#bodies.delete(fileId)
    this.#set({ ...upload, state: 'gone', object: null, parts: [] })
  }

  #set(upload: MemoryUpload): void {
    this.#rows.set(upload.fileId, upload)
    this.#revision.value += 1
  }

  #newFile(
    { fileId, request }: MemoryUpload,
    object: MemoryObject,
    status: FileStatus,
  ): StoredFile {
    const now = new Date().toISOString()
    const category = this.#files.category(request.category)
    return storedFile({
      id: fileId,
      clientId: request.clientId,
      name: request.name,
      contentType: request.contentType,
      size: object.size,
      status,
      visibility: request.visibility ?? category?.defaultVisibility ?? 'private',
      createdAt: now,
      updatedAt: now,
      createdBy: this.#user,
      category,
      folderId: request.folderId,
      associations: this.#files.newAssociations(request.associations),
      checksum: object.sha256,
      metadata: request.metadata,
    })
  }
}

function etagOf({ parts }: MemoryUpload, partNumber: number): string | null | undefined {
  return parts.find((part) => part.partNumber === partNumber)?.etag
}

function refusal(reason: string): UploadError {
  return new UploadError('validation', { details: { reason } })
}

/** How it is sent may change between two attempts; what is sent may not. */
function digest(request: UploadRequest): string {
  return JSON.stringify({ ...request, preferredKinds: [] }, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
