import {
  isUploadError,
  supports,
  UploadError,
  type FileAdapter,
  type FileListQuery,
  type FilePageData,
  type StoredFile,
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
  readonly refetchOnMount: (query: ServedQuery) => true | 'always'
}

interface ServedQuery {
  readonly state: { readonly data?: FilePageData | undefined }
}

/**
 * One page of files, as the options of a query: for `useQuery`, prefetching and server rendering. What a server
 * fetches carries no address that is signed or of a private file, so that none stands in a page's source; it is asked
 * for again when a browser shows it.
 */
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
      const requestedAt = isServer() ? servedAt : Date.now()
      const paging = offset === null ? { limit, cursor } : { limit, cursor, offset }
      const found = await adapter.listFiles({ ...asked, ...paging }, { signal })
      const files = isServer() ? found.files.map(withoutSecrets) : found.files
      return { ...found, files, requestedAt }
    },
    retry: (failureCount, error) => failureCount < 2 && isUploadError(error) && error.isRetryable,
    refetchOnMount: ({ state }) => (state.data?.requestedAt === servedAt ? 'always' : true),
  }
}

/** Of a page that a server rendered: older than all that happens in a browser. */
const servedAt = 0

function isServer(): boolean {
  return typeof window === 'undefined'
}

/** A page's source is kept and passed on by caches, and read by extensions. */
function withoutSecrets(file: StoredFile): StoredFile {
  if (file.visibility === 'public' && file.urlExpiresAt === null) return file
  return { ...file, url: null, urlExpiresAt: null, thumbnailUrl: null }
}
