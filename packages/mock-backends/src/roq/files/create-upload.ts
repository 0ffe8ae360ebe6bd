import { roqError } from '../roq-error.js'
import type { CategoryRow, FileRow } from '../roq-rows.js'
import type { RoqState } from '../roq-state.js'
import type { PostPolicies } from '../storage/post-policies.js'
import type { Identity } from './identity.js'
import type { RoqViews } from './views.js'

export interface CreateUploadInput {
  readonly name: string
  readonly contentType: string
  readonly fileCategory: string
}

/** A row that waits for its bytes, and the form that brings them. No size is asked for. */
export function createUpload(
  { state, views, policies }: { state: RoqState; views: RoqViews; policies: PostPolicies },
  { userId }: Identity,
  { name, contentType, fileCategory }: CreateUploadInput,
) {
  const category = state.categories.find(({ key }) => key === fileCategory)
  if (category === undefined) {
    throw roqError(404, 'FILE_CATEGORY_WITH_GIVEN_KEY_NOT_FOUND', { fileCategory })
  }
  checkContentType(category, name, contentType)
  const row = state.newRow()
  const file: FileRow = {
    ...row,
    name: state.settings.nameFile(name),
    contentType,
    status: 'upload_pending',
    isPublic: category.isPublicByDefault,
    createdByUserId: userId,
    fileCategoryId: category.id,
    key: keyOf(name, row.createdAt, state.createdIds.length),
  }
  state.files.set(file.id, file)
  state.createdIds.push(file.id)
  const { maxSize } = category
  return { ...views.file(file), ...policies.issue({ key: file.key, contentType, maxSize }) }
}

function checkContentType(category: CategoryRow, name: string, contentType: string): void {
  const allowed = category.contentGroups.flatMap(({ contentTypes }) => contentTypes)
  if (allowed.length === 0 || allowed.some(({ key }) => key === contentType)) return
  throw roqError(400, 'INVALID_CONTENT_TYPE_FOR_FILE_CATEGORY', {
    contentType,
    extension: name.split('.').at(-1),
    fileCategory: category.key,
    fileCategoryName: category.name,
  })
}

/** Not the name: with the time in it, and still with the spaces that it has. */
function keyOf(name: string, now: number, place: number): string {
  const dot = name.lastIndexOf('.')
  const [base, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  const safe = (text: string): string => text.replaceAll(/[^\w .-]/g, '_')
  return `${safe(base).slice(0, 100)}-${now}${place}${safe(extension)}`
}
