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
import { orderOf } from './memory-order.js'

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

interface FoundFiles {
  /** Those that match, in order. */
  readonly files: readonly StoredFile[]
  readonly placeOf: (file: StoredFile) => Place
  readonly order: (a: Place, b: Place) => number
}

/** What was asked of the same files before: the next page of a long list looks at none of them again. */
const answers = new WeakMap<readonly StoredFile[], Map<string, FoundFiles>>()

/**
 * One page of the files that match. The cursor is the last file's place, so that rows which come and go shift nothing.
 * @param files another array as soon as one of them is another
 */
export function pageOf(files: readonly StoredFile[], query: FileQuery): FilePage {
  assertKnown(query)
  const limit = Math.min(query.limit, memoryPageSize)
  const found = findFiles(files, query)
  const count = found.files.length
  const start = startOf(found, query)
  const end = Math.min(start + limit, count)
  const last = end >= count ? undefined : found.files[end - 1]
  const place = last && found.placeOf(last)
  return {
    files: found.files.slice(start, end),
    total: count,
    nextCursor: place === undefined ? null : JSON.stringify([place.value, place.id]),
  }
}

function findFiles(files: readonly StoredFile[], query: FileQuery): FoundFiles {
  const { search, filter, sort = newestFirst } = query
  const known = answers.get(files) ?? new Map<string, FoundFiles>()
  answers.set(files, known)
  const question = JSON.stringify([search, filter, sort])
  const answer = known.get(question)
  if (answer !== undefined) return answer
  const order = (a: Place, b: Place) =>
    signOf(sort) * compare(a.value, b.value) || compare(a.id, b.id)
  const placeOf = (file: StoredFile): Place => ({ value: file[sort.key], id: file.id })
  const [rule, ...others] = rulesOf(query)
  const matching = rule === undefined ? files : files.filter(others.reduce(both, rule))
  const found = { files: sortFiles(matching, sort, orderOf(files, sort.key)), placeOf, order }
  known.set(question, found)
  return found
}

/** @param given which way they stand */
function sortFiles(
  files: readonly StoredFile[],
  sort: FileSort,
  given: FileSort['direction'] | null,
): readonly StoredFile[] {
  if (given !== null) return given === sort.direction ? files : files.toReversed()
  const { key } = sort
  const sign = signOf(sort)
  // Of 100,000 files no two places are made for each comparison.
  return files.toSorted((a, b) => sign * compare(a[key], b[key]) || compare(a.id, b.id))
}

function signOf({ direction }: FileSort): 1 | -1 {
  return direction === 'asc' ? 1 : -1
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

function startOf({ files, placeOf, order }: FoundFiles, { cursor, offset }: FileQuery): number {
  if (cursor === undefined || cursor === null) return offset ?? 0
  const last = readCursor(cursor)
  // The first behind it, by halves.
  let [low, high] = [0, files.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const file = files[middle]
    if (file !== undefined && order(placeOf(file), last) > 0) high = middle
    else low = middle + 1
  }
  return low
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

/** Of 100,000 files each is looked at once. */
const both =
  (one: Rule, other: Rule): Rule =>
  (file) =>
    one(file) && other(file)

/** One rule for each filter that is given, and for the search. */
function rulesOf({ search, filter = {} }: FileQuery): readonly Rule[] {
  const { categories, statuses, visibility, contentTypes, folderId, entity, createdBy } = filter
  const { createdAfter, createdBefore } = filter
  const wanted = search?.toLowerCase()
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
    wanted !== undefined && ((file: StoredFile) => file.name.toLowerCase().includes(wanted)),
  ].filter((rule): rule is Rule => typeof rule === 'function')
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

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b)
  const left = String(a ?? '')
  const right = String(b ?? '')
  return left < right ? -1 : Number(left > right)
}
