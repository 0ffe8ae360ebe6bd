import {
  supports,
  type FileAdapter,
  type FileFilter,
  type FileListQuery,
  type FileStatus,
} from '../core/index.js'

/** Some backends keep rows of uploads that never arrived for ever. */
const listedStatuses: readonly FileStatus[] = ['ready', 'processing', 'error']

/**
 * What is asked of the backend: newest first, and without files that never arrived, where it can do so and nothing
 * else was said; no search where it has none; the files at the root where no folder was named, of all folders once
 * something is searched or filtered, and where the backend cannot tell those at the root.
 */
export function effectiveFileQuery(adapter: FileAdapter, query: FileListQuery): FileListQuery {
  const { sortKeys, filters, search, canFilterRoot } = adapter.features
  const { search: text = '', filter: given = {}, ...rest } = query
  const sort =
    query.sort ??
    (sortKeys.includes('createdAt')
      ? ({ key: 'createdAt', direction: 'desc' } as const)
      : undefined)
  const statuses = given.statuses ?? (filters.includes('statuses') ? listedStatuses : undefined)
  const place = placeOf(adapter, query)
  const isAsked = place !== undefined && (place !== null || canFilterRoot)
  const { folderId: _place, ...others } = given
  const filter: FileFilter = {
    ...others,
    ...(statuses && { statuses }),
    ...(isAsked && { folderId: place }),
  }
  return {
    ...rest,
    ...(search === 'server' && text.trim() !== '' && { search: text }),
    ...(sort && { sort }),
    ...(Object.keys(filter).length > 0 && { filter }),
  }
}

/** Of which folder the files are; `null`: the root; `undefined`: of any. */
export function placeOf(
  adapter: FileAdapter,
  { search = '', filter = {} }: FileListQuery,
): string | null | undefined {
  if (filter.folderId !== undefined) return filter.folderId
  const isSearched = adapter.features.search === 'server' && search.trim() !== ''
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return hasFolders(adapter) && !isSearched && !isFiltered ? null : undefined
}

/** Whether folders can be walked there. */
export function hasFolders(adapter: FileAdapter): boolean {
  return adapter.features.filters.includes('folderId') && supports(adapter, 'listFolders')
}
