import {
  isUploadError,
  supports,
  UploadError,
  type FileAdapter,
  type FileListQuery,
  type FilePageData,
} from '../core/index.js'
import { effectiveFileQuery } from './effective-file-query.js'
import { fileQueryKeys, type FilePageKey } from './file-query-keys.js'

/** The rows that one request asks for where nothing else is said. */
export const defaultPageSize = 100

export interface FilesQueryPage {
  /** Whose files these are; part of the key. */
  readonly userKey?: string | undefined
  /** Default 100, at most the adapter's `maxPageSize`. */
  readonly limit?: number | undefined
  readonly cursor?: string | null | undefined
  /** Only with `features.canSkip`. */
  readonly offset?: number | undefined
}

export interface FilesQueryOptions {
  readonly queryKey: FilePageKey
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<FilePageData>
  readonly retry: (failureCount: number, error: Error) => boolean
}

/** One page of files, as the options of a query: for `useQuery`, prefetching and server rendering. */
export function filesQueryOptions(
  adapter: FileAdapter,
  query: FileListQuery,
  page: FilesQueryPage = {},
): FilesQueryOptions {
  const limit = Math.min(page.limit ?? defaultPageSize, adapter.features.maxPageSize)
  const cursor = page.cursor ?? null
  const offset = page.offset ?? null
  const asked = effectiveFileQuery(adapter, query)
  return {
    queryKey: fileQueryKeys.page(adapter, page.userKey, asked, { limit, cursor, offset }),
    queryFn: async ({ signal }) => {
      if (!supports(adapter, 'listFiles')) {
        throw new UploadError('unsupported', {
          message: `The adapter "${adapter.name}" has no listFiles.`,
        })
      }
      // Before the call: what changed while it was under way may be missing from the answer.
      const requestedAt = Date.now()
      const paging = offset === null ? { limit, cursor } : { limit, cursor, offset }
      return { ...(await adapter.listFiles({ ...asked, ...paging }, { signal })), requestedAt }
    },
    retry: (failureCount, error) => failureCount < 2 && isUploadError(error) && error.isRetryable,
  }
}
