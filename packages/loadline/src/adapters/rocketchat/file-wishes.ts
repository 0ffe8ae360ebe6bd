import { UploadError, type FileQuery, type FileSortKey, type StoredFile } from '../../core/index.js'
import type { ServerAbilities } from './server-abilities.js'

export const fieldBySortKey = {
  name: 'name',
  size: 'size',
  createdAt: 'uploadedAt',
  updatedAt: '_updatedAt',
  contentType: 'type',
} as const satisfies Partial<Record<FileSortKey, string>>

/** A query in the words of the list routes, and as a test of a file: older servers pass over what they do not know. */
export interface FileWishes {
  /** Nothing can fit. */
  readonly isNothing: boolean
  readonly params: Readonly<Record<string, string>>
  /** Whether the server was asked for all that `fits` tests. */
  readonly isAllAsked: boolean
  fits(file: StoredFile): boolean
}

/** @throws UploadError `unsupported` for what the server cannot do: what is passed over would show wrong files */
export function fileWishes(
  { search = '', filter = {}, sort }: FileQuery,
  { filtersFiles, listsConfirmedOnly }: ServerAbilities,
): FileWishes {
  const { contentTypes, ...others } = filter
  const strange = Object.entries(others).find(([, value]) => value !== undefined)
  if (strange !== undefined) throw cannot(`filter by "${strange[0]}"`)
  if (contentTypes !== undefined && !filtersFiles) {
    throw cannot('filter by "contentTypes" before version 8, or without `serverVersion`')
  }
  const groups = contentTypes?.map(groupOf)
  const [group, ...more] = groups ?? []
  const pattern = search.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  const found = new RegExp(pattern, 'i')
  return {
    isNothing: groups?.length === 0,
    isAllAsked: (pattern === '' || filtersFiles) && more.length === 0,
    params: {
      sort: sortParam(sort),
      ...(listsConfirmedOnly && { onlyConfirmed: 'true' }),
      ...(filtersFiles && pattern !== '' && { name: pattern }),
      ...(group !== undefined && more.length === 0 && { typeGroup: group }),
    },
    fits: ({ contentType, name }) =>
      (groups?.includes(contentType.split('/')[0] ?? '') ?? true) && found.test(name),
  }
}

/** With the id for those that are equal: each page must agree on their order. */
function sortParam(sort: FileQuery['sort']): string {
  if (sort === undefined) return JSON.stringify({ name: 1, _id: 1 })
  const fields: Partial<Record<FileSortKey, string>> = fieldBySortKey
  const field = fields[sort.key]
  if (field === undefined) throw cannot(`sort by "${sort.key}"`)
  return JSON.stringify({ [field]: sort.direction === 'asc' ? 1 : -1, _id: 1 })
}

function groupOf(contentType: string): string {
  const [, group] = /^([^/*]+)\/\*$/.exec(contentType) ?? []
  if (group === undefined)
    throw cannot(`filter by the single type "${contentType}", only by groups`)
  return group
}

function cannot(what: string): UploadError {
  return new UploadError('unsupported', {
    message: `Rocket.Chat cannot ${what}. Look at the adapter's features first.`,
  })
}
