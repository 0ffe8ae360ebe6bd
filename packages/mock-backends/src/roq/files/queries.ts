import { roqError } from '../roq-error.js'
import type { RoqState } from '../roq-state.js'
import { canSee, checkUuid, findFile, type Identity } from './identity.js'
import { listFiles } from './list-files.js'
import { listRows, type ListArguments } from './list-rows.js'
import type { RoqViews } from './views.js'

interface ById {
  readonly id: string
}

/** The root fields of queries. */
export function queries(state: RoqState, views: RoqViews) {
  const { categories, settings } = state
  const list = <R extends { readonly createdAt: number }, V>(
    all: readonly R[],
    asked: ListArguments,
    view: (row: R) => V,
  ) => {
    const { rows, totalCount } = listRows(all, asked, settings.queryLimit)
    return { data: rows.map((row) => view(row)), totalCount }
  }
  return {
    file: ({ id }: ById, identity: Identity) => views.file(findFile(state, identity, id)),
    files: (asked: ListArguments, identity: Identity) => {
      for (const key of ['id', 'createdByUserId']) checkIds(asked.filter?.[key])
      const visible = [...state.files.values()].filter((file) => canSee(state, identity, file))
      const { rows, totalCount } = listFiles(state, visible, asked)
      return { data: rows.map((row) => views.file(row)), totalCount }
    },
    fileCategory: ({ id }: ById) => {
      const found = categories.find((one) => one.id === id)
      if (found === undefined) throw roqError(404, 'FILE_CATEGORY_NOT_FOUND', { id })
      return views.category(found)
    },
    fileCategories: (asked: ListArguments) => list(categories, asked, (row) => views.category(row)),
    fileCategoryContentGroups: (asked: ListArguments) =>
      list(
        categories.flatMap(({ contentGroups }) => contentGroups),
        asked,
        (row) => views.contentGroup(row),
      ),
    fileCategoryContentTypes: (asked: ListArguments) =>
      list(
        categories.flatMap((one) => one.contentGroups).flatMap((one) => one.contentTypes),
        asked,
        (row) => row,
      ),
    user: ({ id }: ById) => {
      const found = state.users.get(id)
      if (found === undefined) throw roqError(404, 'USER_NOT_FOUND', { id })
      return views.user(found)
    },
  }
}

/** A column of UUIDs is compared with UUIDs only. */
function checkIds(filter: Readonly<Record<string, unknown>> | null | undefined): void {
  for (const id of Object.values(filter ?? {}).flat()) if (typeof id === 'string') checkUuid(id)
}
