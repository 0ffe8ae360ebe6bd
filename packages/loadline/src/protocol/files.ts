import type { StoredFile } from '../core/contract/index.js'

/** `GET /files`. */
export interface ListFilesAnswer {
  readonly files: readonly StoredFile[]
  /** All that match, beyond this page. */
  readonly total: number
  readonly nextCursor: string | null
}

/** `GET /files/{id}`. */
export type GetFileAnswer = StoredFile
