import { createHash, randomBytes } from 'node:crypto'
import { AstraCollabRefusal } from './astracollab-answers.js'
import type { AstraCollabOptions } from './astracollab-options.js'

export interface AstraCollabFile {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly folderId: string | null
  readonly uploadedAt: string
  readonly updatedAt: string
  readonly metadata: Readonly<Record<string, unknown>>
  readonly bytes: Uint8Array
}

export interface AstraCollabFolder {
  readonly id: string
  readonly name: string
  readonly description: string | null
  readonly parentFolderId: string | null
  readonly createdAt: string
}

interface PartUpload {
  readonly uploadId: string
  readonly fileId: string
  readonly fileName: string
  readonly fileSize: number
  readonly folderId: string | null
  readonly metadata: Readonly<Record<string, unknown>>
  readonly partSize: number
  readonly expiresAt: number
  readonly parts: Map<number, { readonly bytes: Uint8Array; readonly etag: string }>
}

export interface NewFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  readonly folderId?: string | null | undefined
  readonly metadata?: Readonly<Record<string, unknown>> | undefined
}

/** Everything that the server holds, and its clock. */
export class AstraCollabState {
  readonly options: AstraCollabOptions
  /** Without a slash at its end. */
  readonly origin: string
  readonly files = new Map<string, AstraCollabFile>()
  readonly folders = new Map<string, AstraCollabFolder>()
  readonly uploads = new Map<string, PartUpload>()
  isKeyExpired = false
  /** Ids of files that somebody works with. */
  readonly filesInUse = new Set<string>()

  constructor(options: AstraCollabOptions, origin: string) {
    this.options = options
    this.origin = origin
  }

  now(): number {
    return Date.now() + (this.options.clockSkewMs ?? 0)
  }

  /** Without milliseconds. */
  timestamp(): string {
    return new Date(this.now()).toISOString().replace(/\.\d+Z$/, 'Z')
  }

  makeId(prefix: string): string {
    return `${prefix}_${randomBytes(8).toString('hex')}`
  }

  usedSize(): number {
    return [...this.files.values()].reduce((total, { bytes }) => total + bytes.length, 0)
  }

  addFile({ name, type, bytes, folderId = null, metadata = {} }: NewFile, id?: string) {
    const at = this.timestamp()
    const file: AstraCollabFile = {
      id: id ?? this.makeId('file'),
      name,
      type,
      folderId,
      uploadedAt: at,
      updatedAt: at,
      metadata,
      bytes,
    }
    this.files.set(file.id, file)
    return file
  }

  file(id: string): AstraCollabFile {
    const found = this.files.get(id)
    if (found !== undefined) return found
    throw new AstraCollabRefusal('FILE_NOT_FOUND', 'The file does not exist', { fileId: id })
  }

  /** @param code of a folder that is not there */
  folder(
    id: string,
    code: 'FOLDER_NOT_FOUND' | 'PARENT_FOLDER_NOT_FOUND' = 'FOLDER_NOT_FOUND',
  ): AstraCollabFolder {
    const found = this.folders.get(id)
    if (found !== undefined) return found
    throw new AstraCollabRefusal(code, 'The folder does not exist', { folderId: id })
  }

  checkQuota(size: number): void {
    const { quotaSize = Infinity } = this.options
    const used = this.usedSize()
    if (used + size <= quotaSize) return
    throw new AstraCollabRefusal('STORAGE_QUOTA_EXCEEDED', 'The storage is full', {
      used: display(used),
      limit: display(quotaSize),
    })
  }
}

/** As for people. */
function display(size: number): string {
  return size >= 1e9 ? `${(size / 1e9).toFixed(1)} GB` : `${(size / 1e3).toFixed(1)} KB`
}

/** Hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
