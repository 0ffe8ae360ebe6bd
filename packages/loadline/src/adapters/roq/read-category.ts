import { readShape, type FileCategory } from '../../core/index.js'
import { readBytes } from './read-bytes.js'
import { visibilityOf } from './visibility-of.js'

const mimeType = /^[\w!#$&^.+-]+\/[\w!#$&^.+*-]+$/

/** A `FileCategoryModel`. @throws UploadError `server` naming the field */
export function readCategory(value: unknown): FileCategory {
  const shape = readShape(value, 'category')
  const { maxSize, isPublicByDefault, fileCategoryContentGroups } = shape.value
  return {
    id: shape.text('id'),
    key: shape.text('key'),
    name: shape.text('name'),
    maxSize: readBytes(maxSize),
    contentTypes: readContentTypes(fileCategoryContentGroups),
    defaultVisibility:
      typeof isPublicByDefault === 'boolean' ? visibilityOf(isPublicByDefault) : null,
  }
}

/** `null`: any type, or not known in full; ROQ has the last word on it. */
function readContentTypes(groups: unknown): readonly string[] | null {
  const pages = readWholePage(groups)?.map((group) =>
    readWholePage(readShape(group, 'content group').value['fileCategoryContentTypes']),
  )
  if (pages === undefined || pages.length === 0 || pages.includes(null)) return null
  const types = pages.flatMap((page) => (page ?? []).map(readContentType))
  return types.every((type) => type !== null) ? types : null
}

/** `null` where rows are left out. */
function readWholePage(page: unknown): readonly unknown[] | null {
  if (typeof page !== 'object' || page === null) return null
  const shape = readShape(page, 'page')
  const rows = shape.list('data')
  return rows.length < shape.count('totalCount') ? null : rows
}

/** Which of the two names it as MIME does is not documented. */
function readContentType(value: unknown): string | null {
  const shape = readShape(value, 'content type')
  const names = [shape.textOrNull('key'), shape.textOrNull('name')]
  return names.find((name) => name !== null && mimeType.test(name)) ?? null
}
