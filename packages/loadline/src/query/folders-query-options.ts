import { supports, UploadError, type FileAdapter, type FileFolder } from '../core/index.js'
import { fileQueryKeys } from './file-query-keys.js'

export interface FoldersQueryOptions {
  readonly queryKey: readonly unknown[]
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<readonly FileFolder[]>
}

/**
 * The folders right below one, as the options of a query: for `useQuery`, prefetching and server rendering.
 * @param parentId `null`: the root
 */
export function foldersQueryOptions(
  adapter: FileAdapter,
  parentId: string | null,
  { userKey }: { readonly userKey?: string | undefined } = {},
): FoldersQueryOptions {
  return {
    queryKey: fileQueryKeys.foldersOf(adapter, userKey, parentId),
    queryFn: ({ signal }) => {
      if (!supports(adapter, 'listFolders')) {
        throw new UploadError('unsupported', {
          message: `The adapter "${adapter.name}" has no listFolders.`,
        })
      }
      return adapter.listFolders(parentId, { signal })
    },
  }
}
