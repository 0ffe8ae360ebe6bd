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
  list: (adapter: FileAdapter, userKey: UserKey, query: FileListQuery) =>
    [...fileQueryKeys.files(adapter, userKey), query] as const,
  page: (adapter: FileAdapter, userKey: UserKey, query: FileListQuery, page: FilePageAddress) =>
    [...fileQueryKeys.list(adapter, userKey, query), page] as const,
}

export type FilePageKey = ReturnType<typeof fileQueryKeys.page>
