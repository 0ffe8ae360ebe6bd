import { UploadError, type FileQuery } from '../../core/index.js'

/**
 * A query in the words of `GET /files`.
 * @throws UploadError `unsupported` for a filter that the API lacks: one that is ignored would show wrong files.
 */
export function fileParams(query: FileQuery): URLSearchParams {
  const { statuses, ...others } = query.filter ?? {}
  const unknown = Object.entries(others).find(([, value]) => value !== undefined)
  if (unknown !== undefined) {
    throw new UploadError('unsupported', {
      message: `The rest adapter cannot filter by "${unknown[0]}". Look at features.filters first.`,
    })
  }
  const params = new URLSearchParams()
  params.set('limit', String(query.limit))
  if (query.search !== undefined && query.search !== '') params.set('search', query.search)
  if (query.sort !== undefined) {
    params.set('sort', (query.sort.direction === 'desc' ? '-' : '') + query.sort.key)
  }
  for (const status of statuses ?? []) params.append('status', status)
  if (query.cursor !== undefined && query.cursor !== null) params.set('cursor', query.cursor)
  if (query.offset !== undefined) params.set('offset', String(query.offset))
  return params
}
