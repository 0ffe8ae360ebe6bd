import {
  UploadError,
  type FilePage,
  type FileQuery,
  type FileSort,
  type StoredFile,
} from '../core/index.js'

const newestFirst: FileSort = { key: 'createdAt', direction: 'desc' }

/** One page of the files that match. The cursor is the last file's id, so that rows which come and go shift nothing. */
export function pageOf(files: readonly StoredFile[], query: FileQuery): FilePage {
  const found = files
    .filter((file) => matches(file, query))
    .sort(comparator(query.sort ?? newestFirst))
  const start = startOf(found, query)
  const page = found.slice(start, start + query.limit)
  const isLast = start + query.limit >= found.length
  return { files: page, total: found.length, nextCursor: isLast ? null : (page.at(-1)?.id ?? null) }
}

function startOf(found: readonly StoredFile[], { cursor, offset }: FileQuery): number {
  if (cursor === undefined || cursor === null) return offset ?? 0
  const index = found.findIndex(({ id }) => id === cursor)
  if (index === -1) throw new UploadError('validation', { message: 'The cursor is not known.' })
  return index + 1
}

function matches(file: StoredFile, { search, filter = {} }: FileQuery): boolean {
  const { statuses, visibility, folderId, ...others } = filter
  const unknown = Object.entries(others).find(([, value]) => value !== undefined)
  if (unknown !== undefined) {
    throw new UploadError('unsupported', { message: `No filter by "${unknown[0]}".` })
  }
  return (
    (search === undefined || file.name.toLowerCase().includes(search.toLowerCase())) &&
    (statuses === undefined || statuses.includes(file.status)) &&
    (visibility === undefined || file.visibility === visibility) &&
    (folderId === undefined || file.folderId === folderId)
  )
}

function comparator({ key, direction }: FileSort): (a: StoredFile, b: StoredFile) => number {
  const sign = direction === 'asc' ? 1 : -1
  return (a, b) => sign * compare(a[key], b[key]) || compare(a.id, b.id)
}

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [left, right] = [String(a ?? ''), String(b ?? '')]
  return left < right ? -1 : Number(left > right)
}
