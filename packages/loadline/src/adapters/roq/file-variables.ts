import {
  UploadError,
  type FileFilter,
  type FileQuery,
  type FileSortKey,
  type FileStatus,
  type JsonValue,
} from '../../core/index.js'
import type { RoqVariables } from './operations.js'

type RoqFilter = Record<string, Readonly<Record<string, JsonValue>>>

const sortOf: Readonly<Partial<Record<FileSortKey, string>>> = {
  name: 'name',
  createdAt: 'createdAt',
  updatedAt: 'updatedAt',
  contentType: 'contentType',
  status: 'status',
  visibility: 'isPublic',
}

export const sortKeys = Object.keys(sortOf) as readonly FileSortKey[]

/** A status that only says that it is not known cannot be asked for. */
const askable = new Set<FileStatus>(['upload_pending', 'processing', 'ready', 'error', 'cancelled'])

/**
 * A query in ROQ's words, without its page; `null`: no file can fit.
 * @throws UploadError `unsupported` for a filter or sort that ROQ lacks
 */
export function fileVariables({ search, filter = {}, sort }: FileQuery): RoqVariables | null {
  const asked = filterOf(filter)
  if (asked === null) return null
  const isSearch = search !== undefined && search !== ''
  return {
    filter: { ...asked, ...(isSearch && { name: { iLike: `%${escapePattern(search)}%` } }) },
    ...(sort && { order: { sort: roqSort(sort.key), order: sort.direction.toUpperCase() } }),
  }
}

function filterOf({
  categories,
  statuses,
  visibility,
  contentTypes,
  entity,
  createdBy,
  createdAfter,
  createdBefore,
  ...others
}: FileFilter): RoqFilter | null {
  const unknown = Object.entries(others).find(([, value]) => value !== undefined)
  if (unknown !== undefined) throw unsupported(`filter by "${unknown[0]}"`)
  const group = contentTypes?.find((type) => type.endsWith('/*'))
  // ROQ has one pattern for a column, and no "or".
  if (group !== undefined) throw unsupported(`filter by the group "${group}"`)
  const known = statuses?.filter((status) => askable.has(status))
  const lists = [categories, known, contentTypes, entity?.references]
  if (lists.some((list) => list?.length === 0)) return null
  const createdAt = {
    ...(createdAfter !== undefined && { moreThan: createdAfter }),
    ...(createdBefore !== undefined && { lessThan: createdBefore }),
  }
  return {
    ...(categories && { fileCategory: { valueIn: categories } }),
    ...(known && { status: { valueIn: known } }),
    ...(visibility && { isPublic: { equalTo: visibility === 'public' } }),
    ...(contentTypes && { contentType: { valueIn: contentTypes } }),
    ...(entity && { entityName: { equalTo: entity.name } }),
    ...(entity?.references && { entityReferences: { valueIn: entity.references } }),
    ...(createdBy !== undefined && { createdByUserId: { equalTo: createdBy } }),
    ...(Object.keys(createdAt).length > 0 && { createdAt }),
  }
}

function roqSort(key: FileSortKey): string {
  const sort = sortOf[key]
  if (sort === undefined) throw unsupported(`sort by "${key}"`)
  return sort
}

/** Of SQL's `LIKE`. */
function escapePattern(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&')
}

function unsupported(what: string): UploadError {
  return new UploadError('unsupported', {
    message: `ROQ cannot ${what}. Look at the adapter's features first.`,
  })
}
