import { roqError } from '../roq-error.js'
import type { AssociationRow, CategoryRow, ContentGroupRow, FileRow, UserRow } from '../roq-rows.js'
import { serviceAccountId, type RoqState } from '../roq-state.js'
import type { ObjectUrls } from '../storage/object-urls.js'
import { listRows, type ListArguments } from './list-rows.js'

/** Rows as the schema shows them: what is not a column is a method, asked only where it is selected. */
export class RoqViews {
  readonly #state: RoqState
  readonly #urls: ObjectUrls

  constructor(state: RoqState, urls: ObjectUrls) {
    this.#state = state
    this.#urls = urls
  }

  file(row: FileRow) {
    const { associations, settings } = this.#state
    const hasUrl = row.status === 'ready'
    return {
      ...row,
      ...times(row),
      url: () => (hasUrl ? this.#urls.urlOf(row.key, row.isPublic) : null),
      createdByUser: () => this.#createdByUser(row),
      fileCategory: () => this.categoryOf(row),
      fileAssociations: (asked: ListArguments) => {
        const own = [...associations.values()].filter(({ fileId }) => fileId === row.id)
        const { rows, totalCount } = listRows(own, asked, settings.queryLimit)
        return { data: rows.map((one) => this.association(one)), totalCount }
      },
    }
  }

  categoryOf({ fileCategoryId }: FileRow) {
    const found = this.#state.categories.find(({ id }) => id === fileCategoryId)
    if (found === undefined) throw roqError(404, 'FILE_CATEGORY_NOT_FOUND', { id: fileCategoryId })
    return this.category(found)
  }

  category(row: CategoryRow) {
    return {
      ...row,
      ...times(row),
      fileCategoryContentGroups: (asked: ListArguments) => {
        const { rows, totalCount } = listRows(row.contentGroups, asked, this.#limit)
        return { data: rows.map((one) => this.contentGroup(one)), totalCount }
      },
    }
  }

  contentGroup(row: ContentGroupRow) {
    return {
      ...row,
      ...times(row),
      fileCategoryContentTypes: (asked: ListArguments) => {
        const { rows, totalCount } = listRows(row.contentTypes, asked, this.#limit)
        return { data: rows.map((one) => ({ ...one, ...times(one) })), totalCount }
      },
    }
  }

  association(row: AssociationRow) {
    return {
      ...row,
      ...times(row),
      file: () => {
        const file = this.#state.files.get(row.fileId)
        return file === undefined ? null : this.file(file)
      },
    }
  }

  user(row: UserRow) {
    return { ...row, ...times(row), active: true, locale: 'en-US', timezone: null }
  }

  get #limit(): number {
    return this.#state.settings.queryLimit
  }

  #createdByUser({ createdByUserId }: FileRow) {
    if (this.#state.settings.partialErrors) throw roqError(500, 'INTERNAL_ERROR')
    if (createdByUserId === serviceAccountId) return null
    const user = this.#state.users.get(createdByUserId)
    return user === undefined ? null : this.user(user)
  }
}

function times({
  createdAt,
  updatedAt,
}: {
  readonly createdAt: number
  readonly updatedAt: number
}) {
  return {
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
  }
}
