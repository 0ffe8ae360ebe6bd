import {
  UploadError,
  type FileFilter,
  type FileFilterKey,
  type FilePage,
  type FileQuery,
  type FileSort,
  type FileSortKey,
  type StoredFile,
} from '../../core/index.js'

const newestFirst: FileSort = { key: 'createdAt', direction: 'desc' }

export const memoryPageSize = 200

const filterKeys: Readonly<Record<FileFilterKey, true>> = {
  categories: true,
  statuses: true,
  visibility: true,
  contentTypes: true,
  folderId: true,
  entity: true,
  createdBy: true,
  createdAfter: true,
  createdBefore: true,
}
const sortKeys: Readonly<Record<FileSortKey, true>> = {
  name: true,
  size: true,
  createdAt: true,
  updatedAt: true,
  contentType: true,
  status: true,
  visibility: true,
}

export const memoryFilterKeys = Object.keys(filterKeys) as readonly FileFilterKey[]
export const memorySortKeys = Object.keys(sortKeys) as readonly FileSortKey[]

/** One page of the files that match. The cursor is the last file's id, so that rows which come and go shift nothing. */
export function pageOf(files: readonly StoredFile[], query: FileQuery): FilePage {
  assertKnown(query)
  const limit = Math.min(query.limit, memoryPageSize)
  const found = files
    .filter((file) => matches(file, query))
    .sort(comparator(query.sort ?? newestFirst))
  const start = startOf(found, query)
  const page = found.slice(start, start + limit)
  const isLast = start + limit >= found.length
  return { files: page, total: found.length, nextCursor: isLast ? null : (page.at(-1)?.id ?? null) }
}

/** A question that is not understood is refused, never ignored. */
function assertKnown({ filter = {}, sort, limit }: FileQuery): void {
  const unknown =
    Object.entries(filter).find(
      ([key, value]) => value !== undefined && !(key in filterKeys),
    )?.[0] ?? (sort !== undefined && !(sort.key in sortKeys) ? sort.key : undefined)
  if (unknown !== undefined) {
    throw new UploadError('unsupported', { message: `There is no filter or sort "${unknown}".` })
  }
  if (!(limit >= 1)) throw new UploadError('validation', { details: { field: 'limit' } })
}

function startOf(found: readonly StoredFile[], { cursor, offset }: FileQuery): number {
  if (cursor === undefined || cursor === null) return offset ?? 0
  const index = found.findIndex(({ id }) => id === cursor)
  if (index === -1) throw new UploadError('validation', { message: 'The cursor is not known.' })
  return index + 1
}

type Rule = (file: StoredFile) => boolean

/** One rule for each filter that is given. */
function rulesOf(filter: FileFilter): readonly Rule[] {
  const { categories, statuses, visibility, contentTypes, folderId, entity, createdBy } = filter
  const { createdAfter, createdBefore } = filter
  return [
    categories && ((file: StoredFile) => categories.includes(file.category?.key ?? '')),
    statuses && ((file: StoredFile) => statuses.includes(file.status)),
    visibility && ((file: StoredFile) => file.visibility === visibility),
    contentTypes && ((file: StoredFile) => contentTypes.some((type) => isOfType(file, type))),
    folderId !== undefined && ((file: StoredFile) => file.folderId === folderId),
    entity && ((file: StoredFile) => belongsTo(file, entity)),
    createdBy !== undefined && ((file: StoredFile) => file.createdBy?.id === createdBy),
    createdAfter && ((file: StoredFile) => timeOf(file) > Date.parse(createdAfter)),
    createdBefore && ((file: StoredFile) => timeOf(file) < Date.parse(createdBefore)),
  ].filter((rule): rule is Rule => typeof rule === 'function')
}

function matches(file: StoredFile, { search, filter = {} }: FileQuery): boolean {
  const isFound = search === undefined || file.name.toLowerCase().includes(search.toLowerCase())
  return isFound && rulesOf(filter).every((rule) => rule(file))
}

function isOfType({ contentType }: StoredFile, wanted: string): boolean {
  return wanted.endsWith('/*')
    ? contentType.startsWith(wanted.slice(0, -1))
    : contentType === wanted
}

function belongsTo(
  { associations }: StoredFile,
  { name, references }: NonNullable<FileFilter['entity']>,
): boolean {
  return (associations ?? []).some(
    ({ entityName, entityReference }) =>
      entityName === name && (references === undefined || references.includes(entityReference)),
  )
}

/** `NaN`, which no comparison lets pass, where it is not known. */
function timeOf({ createdAt }: StoredFile): number {
  return Date.parse(createdAt ?? '')
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
