import type { FileStatus, FileVisibility, StoredFile } from './stored-file.js'

export type FileSortKey =
  | 'name'
  | 'size'
  | 'createdAt'
  | 'updatedAt'
  | 'contentType'
  | 'status'
  | 'visibility'

export interface FileSort {
  readonly key: FileSortKey
  readonly direction: 'asc' | 'desc'
}

export interface FileFilter {
  /** Category keys. */
  readonly categories?: readonly string[] | undefined
  readonly statuses?: readonly FileStatus[] | undefined
  readonly visibility?: FileVisibility | undefined
  /** MIME types; `image/*` where the adapter's `contentTypeFilter` allows groups. */
  readonly contentTypes?: readonly string[] | undefined
  /** `null`: the root; `undefined`: everywhere. */
  readonly folderId?: string | null | undefined
  readonly entity?:
    | { readonly name: string; readonly references?: readonly string[] | undefined }
    | undefined
  /** A user's id. */
  readonly createdBy?: string | undefined
  /** ISO 8601. */
  readonly createdAfter?: string | undefined
  /** ISO 8601. */
  readonly createdBefore?: string | undefined
}

export type FileFilterKey = keyof FileFilter

interface FileQueryBase {
  readonly search?: string | undefined
  readonly filter?: FileFilter | undefined
  readonly sort?: FileSort | undefined
}

/** What an application holds; the paging is the component's. */
export interface FileListQuery extends FileQueryBase {
  readonly limit?: never
  readonly cursor?: never
  readonly offset?: never
}

/** One page of a list. A filter that the adapter lacks throws `unsupported`; it is never ignored. */
export interface FileQuery extends FileQueryBase {
  readonly limit: number
  readonly cursor?: string | null | undefined
  /** Only with `features.canSkip`. */
  readonly offset?: number | undefined
}

export interface FilePage {
  readonly files: readonly StoredFile[]
  /** All that match, beyond this page; `null` where the backend does not count. */
  readonly total: number | null
  readonly nextCursor: string | null
  readonly warnings?: readonly string[]
}

/** A page as it stands in the query cache. `requestedAt`: epoch ms before the call, 0 on a page that a server rendered. */
export type FilePageData = FilePage & { readonly requestedAt: number }
