import type { JsonValue } from './json-value.js'

export type FileVisibility = 'public' | 'private'

/**
 * The backend's word for where a file stands. `upload_pending`: its bytes have not been confirmed.
 * `processing`: stored, and being scanned or converted. `unknown`: the backend does not say.
 */
export type FileStatus =
  | 'upload_pending'
  | 'processing'
  | 'ready'
  | 'error'
  | 'cancelled'
  | 'unknown'

/** Why a file's status is `error`, as a code that the components have words for. */
export type FileStatusReason =
  /** A scan, a conversion: it failed, and not because of the file. */
  | 'processing-failed'
  /** It ended before all of its bytes were there. */
  | 'upload-failed'
  | 'infected'
  /** Its bytes are not what its type says. */
  | 'content-mismatch'
  | 'damaged'

export interface FileUser {
  readonly id: string
  readonly name: string | null
  readonly avatarUrl: string | null
}

/** A link between a file and something of the application's own: an invoice, a ticket, a room. */
export interface AssociationInput {
  readonly entityName: string
  readonly entityReference: string
}

export interface FileAssociation extends AssociationInput {
  readonly id: string
}

export interface FileCategory {
  readonly id: string
  /** What uploads and filters name it by, e.g. `USER_FILES`. */
  readonly key: string
  readonly name: string
  /** Bytes; `null`: no limit of its own. */
  readonly maxSize: number | null
  /** MIME types, `image/*` included; `null`: any. */
  readonly contentTypes: readonly string[] | null
  readonly defaultVisibility: FileVisibility | null
}

/** A file as the backend holds it. Every key is present, `null` where the backend says nothing. */
export interface StoredFile {
  readonly id: string
  /** The upload generation that made it: how a list row and its live upload find each other. */
  readonly clientId: string | null
  readonly name: string
  readonly contentType: string
  /** Bytes; `null` where the backend does not say. */
  readonly size: number | null
  readonly status: FileStatus
  /** Why it is `error`: a code, or a text for people, which is shown as it is. `null`: the backend does not say. */
  readonly statusReason: FileStatusReason | (string & {}) | null
  readonly visibility: FileVisibility | null
  /** Works without headers, or is `null`. */
  readonly url: string | null
  /** ISO 8601; `null`: `url` does not expire. */
  readonly urlExpiresAt: string | null
  readonly thumbnailUrl: string | null
  /** ISO 8601. */
  readonly createdAt: string | null
  /** ISO 8601. */
  readonly updatedAt: string | null
  readonly createdBy: FileUser | null
  readonly category: FileCategory | null
  readonly folderId: string | null
  readonly associations: readonly FileAssociation[] | null
  /** SHA-256 of the bytes, base64, where the backend knows it. */
  readonly checksum: string | null
  readonly metadata: Readonly<Record<string, JsonValue>>
}

type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined }
export type StoredFileInput = Pick<StoredFile, 'id' | 'name'> &
  Optional<Omit<StoredFile, 'id' | 'name'>>

/** Fills what a backend does not say: `null`, an empty record, `application/octet-stream`, `unknown`. */
export function storedFile(input: StoredFileInput): StoredFile {
  return {
    id: input.id,
    name: input.name,
    clientId: input.clientId ?? null,
    contentType: input.contentType ?? 'application/octet-stream',
    size: input.size ?? null,
    status: input.status ?? 'unknown',
    statusReason: input.statusReason ?? null,
    visibility: input.visibility ?? null,
    url: input.url ?? null,
    urlExpiresAt: input.urlExpiresAt ?? null,
    thumbnailUrl: input.thumbnailUrl ?? null,
    createdAt: input.createdAt ?? null,
    updatedAt: input.updatedAt ?? null,
    createdBy: input.createdBy ?? null,
    category: input.category ?? null,
    folderId: input.folderId ?? null,
    associations: input.associations ?? null,
    checksum: input.checksum ?? null,
    metadata: input.metadata ?? {},
  }
}

export interface FolderStep {
  readonly id: string
  readonly name: string
}

export interface FileFolder {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
  /** From the root to the folder itself. */
  readonly path: readonly FolderStep[]
}

/** What the signed-in person may still add. Sizes in bytes; `null`: no limit, or not known. */
export interface FileLimits {
  readonly maxFileSize: number | null
  readonly maxFiles: number | null
  readonly usedFiles: number | null
  readonly quotaSize: number | null
  readonly usedSize: number | null
}
