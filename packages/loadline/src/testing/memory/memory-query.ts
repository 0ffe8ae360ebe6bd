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

/** Where a file stands in a sort; two files never stand in the same place. */
interface Place {
  readonly value: string | number | null
  readonly id: string
}

/** One page of the files that match. The cursor is the last file's place, so that rows which come and go shift nothing. */
export function pageOf(files: readonly StoredFile[], query: FileQuery): FilePage {
  assertKnown(query)
  const limit = Math.min(query.limit, memoryPageSize)
  const { key, direction } = query.sort ?? newestFirst
  const order = placeOrder(direction)
  const found = files
    .filter((file) => matches(file, query))
    .map((file) => ({ file, place: { value: file[key], id: file.id } }))
    .sort((a, b) => order(a.place, b.place))
  const places = found.map(({ place }) => place)
  const start = startOf(places, query, order)
  const page = found.slice(start, start + limit)
  const last = start + limit >= found.length ? undefined : page.at(-1)
  return {
    files: page.map(({ file }) => file),
    total: found.length,
    nextCursor: last === undefined ? null : JSON.stringify([last.place.value, last.place.id]),
  }
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

function startOf(
  places: readonly Place[],
  { cursor, offset }: FileQuery,
  order: (a: Place, b: Place) => number,
): number {
  if (cursor === undefined || cursor === null) return offset ?? 0
  const last = readCursor(cursor)
  const index = places.findIndex((place) => order(place, last) > 0)
  return index === -1 ? places.length : index
}

function readCursor(cursor: string): Place {
  try {
    const [value, id] = JSON.parse(cursor) as [Place['value'], string]
    if (typeof id === 'string') return { value, id }
  } catch {
    // Told below, as any other that is no place.
  }
  throw new UploadError('validation', { message: 'The cursor is not known.' })
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

function placeOrder(direction: FileSort['direction']): (a: Place, b: Place) => number {
  const sign = direction === 'asc' ? 1 : -1
  return (a, b) => sign * compare(a.value, b.value) || compare(a.id, b.id)
}

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [left, right] = [String(a ?? ''), String(b ?? '')]
  return left < right ? -1 : Number(left > right)
}
