import type { FileAdapter, FileListQuery, FileStatus } from '../core/index.js'

/** Some backends keep rows of uploads that never arrived for ever. */
const listedStatuses: readonly FileStatus[] = ['ready', 'processing', 'error']

/** What is asked of the backend: newest first, and without files that never arrived, where it can do so and nothing else was said; no search where it has none. */
export function effectiveFileQuery(adapter: FileAdapter, query: FileListQuery): FileListQuery {
  const { sortKeys, filters, search } = adapter.features
  const { search: text = '', ...rest } = query
  const sort =
    query.sort ??
    (sortKeys.includes('createdAt')
      ? ({ key: 'createdAt', direction: 'desc' } as const)
      : undefined)
  const statuses =
    query.filter?.statuses ?? (filters.includes('statuses') ? listedStatuses : undefined)
  return {
    ...rest,
    ...(search === 'server' && text.trim() !== '' && { search: text }),
    ...(sort && { sort }),
    ...(statuses && { filter: { ...query.filter, statuses } }),
  }
}
