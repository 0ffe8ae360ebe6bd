import type { FileAdapter, FileListQuery } from '../core/index.js'

export interface FilePageAddress {
  readonly limit: number
  readonly cursor: string | null
  readonly offset: number | null
}

/** Whose files: `null` where the application did not say. */
type UserKey = string | null | undefined

/** Keys of the query cache, from wide to narrow: for invalidating what a part of them covers. */
export const fileQueryKeys = {
  adapter: (adapter: FileAdapter) => ['loadline', adapter.features.cacheKey] as const,
  user: (adapter: FileAdapter, userKey: UserKey) =>
    [...fileQueryKeys.adapter(adapter), userKey ?? null] as const,
  files: (adapter: FileAdapter, userKey: UserKey) =>
    [...fileQueryKeys.user(adapter, userKey), 'files'] as const,
  file: (adapter: FileAdapter, userKey: UserKey, id: string) =>
    [...fileQueryKeys.user(adapter, userKey), 'file', id] as const,
  /** The newest address of a file. */
  url: (adapter: FileAdapter, userKey: UserKey, id: string) =>
    [...fileQueryKeys.user(adapter, userKey), 'url', id] as const,
  limits: (adapter: FileAdapter, userKey: UserKey) =>
    [...fileQueryKeys.user(adapter, userKey), 'limits'] as const,
  /** What was done to files here and no page holds yet. */
  changes: (adapter: FileAdapter, userKey: UserKey) =>
    [...fileQueryKeys.user(adapter, userKey), 'changes'] as const,
  folders: (adapter: FileAdapter, userKey: UserKey) =>
    [...fileQueryKeys.user(adapter, userKey), 'folders'] as const,
  /** Those right below one; `null`: the root. */
  foldersOf: (adapter: FileAdapter, userKey: UserKey, parentId: string | null) =>
    [...fileQueryKeys.folders(adapter, userKey), { parentId }] as const,
  categories: (adapter: FileAdapter, userKey: UserKey) =>
    [...fileQueryKeys.user(adapter, userKey), 'categories'] as const,
  list: (adapter: FileAdapter, userKey: UserKey, query: FileListQuery) =>
    [...fileQueryKeys.files(adapter, userKey), query] as const,
  page: (adapter: FileAdapter, userKey: UserKey, query: FileListQuery, page: FilePageAddress) =>
    [...fileQueryKeys.list(adapter, userKey, query), page] as const,
}

export type FilePageKey = ReturnType<typeof fileQueryKeys.page>
