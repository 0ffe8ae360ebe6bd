import type { FileSortKey, FileStatus, FileVisibility, StoredFile } from '../core/contract/index.js'
import type { BulkAnswer, IdsBody } from './bulk.js'

/**
 * The query string of `GET /files`. A list is its parameter repeated: a file fits when it has any of
 * the values, and it must fit every parameter that is given. One that is not known is refused.
 */
export interface ListFilesParams {
  readonly id?: readonly string[]
  /** A part of the name, whatever its case. */
  readonly search?: string
  /** Category keys. */
  readonly category?: readonly string[]
  /** Absent: all but `upload_pending`. */
  readonly status?: readonly FileStatus[]
  readonly visibility?: FileVisibility
  /** MIME types without parameters; `image/*` is a whole group. */
  readonly contentType?: readonly string[]
  /** Empty: the root. Absent: everywhere. */
  readonly folderId?: string
  readonly entityName?: string
  /** Only with `entityName`: files of any of these entities. */
  readonly entityReference?: readonly string[]
  /** A user's id. */
  readonly createdBy?: string
  /** ISO 8601; this moment itself is not after it. */
  readonly createdAfter?: string
  /** ISO 8601; this moment itself is not before it. */
  readonly createdBefore?: string
  /** Default: `-createdAt`. Where two are equal, the id decides. */
  readonly sort?: FileSortKey | `-${FileSortKey}`
  /** 1 to 200. Default: 100. */
  readonly limit?: number
  readonly cursor?: string
  /** How many files to leave out from the start; not with `cursor`. */
  readonly offset?: number
}

/** `GET /files`. */
export interface ListFilesAnswer {
  readonly files: readonly StoredFile[]
  /** All that match, beyond this page. */
  readonly total: number
  readonly nextCursor: string | null
}

/** `POST /files`, as multipart/form-data. */
export type UploadFileAnswer = StoredFile

/** `GET /files/{id}`. */
export type GetFileAnswer = StoredFile

/** `PATCH /files/{id}`: what is absent stays. `DELETE /files/{id}` answers 204. */
export interface UpdateFileBody {
  /** Not blank. */
  readonly name?: string
  /** `null`: the root. */
  readonly folderId?: string | null
  /** A category's key; `null`: none. */
  readonly category?: string | null
}

export type UpdateFileAnswer = StoredFile

/** `POST /files/delete`. */
export type DeleteFilesBody = IdsBody

export type DeleteFilesAnswer = BulkAnswer

/** `PUT /files/{id}/visibility`. */
export interface SetVisibilityBody {
  readonly visibility: FileVisibility
}

export type SetVisibilityAnswer = StoredFile

/** `PUT /files/{id}/status`. */
export interface SetStatusBody {
  readonly status: Exclude<FileStatus, 'unknown'>
}

export type SetStatusAnswer = StoredFile
