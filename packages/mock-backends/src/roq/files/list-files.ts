import type { FileRow } from '../roq-rows.js'
import type { RoqState } from '../roq-state.js'
import { listRows, type ListArguments, type RowPage } from './list-rows.js'
import { matchFilter } from './match-filter.js'

type Filter = NonNullable<ListArguments['filter']>

/** Files of a list. One and the same association must have the entity's name and its reference. */
export function listFiles(
  state: RoqState,
  files: Iterable<FileRow>,
  { filter, ...rest }: ListArguments,
): RowPage<FileRow> {
  const { entityName, entityReferences, createdAt, ...columns } = filter ?? {}
  const ofEntity = [...files].filter((file) =>
    isAssociated(state, file, { entityName, entityReferences }),
  )
  const asked = {
    ...rest,
    filter: { ...columns, ...(createdAt && { createdAt: inMs(createdAt) }) },
  }
  return listRows(ofEntity, asked, state.settings.queryLimit, (file, key) => {
    if (key === 'fileCategory') {
      return state.categories.find(({ id }) => id === file.fileCategoryId)?.key ?? null
    }
    return file[key as keyof FileRow]
  })
}

function isAssociated(
  { associations }: RoqState,
  file: FileRow,
  { entityName, entityReferences }: { readonly [K in keyof Filter]?: Filter[string] | undefined },
): boolean {
  if (!entityName && !entityReferences) return true
  return [...associations.values()].some(
    (one) =>
      one.fileId === file.id &&
      matchFilter(one.entityName, entityName) &&
      matchFilter(one.entityReference, entityReferences),
  )
}

function inMs(filter: Filter[string]): Filter[string] {
  return Object.fromEntries(
    Object.entries(filter).map(([operator, time]) => [
      operator,
      typeof time === 'string' ? Date.parse(time) : null,
    ]),
  )
}
