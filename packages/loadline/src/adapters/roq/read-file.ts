import {
  parseAssociation,
  readShape,
  safeUrl,
  storedFile,
  type FileStatus,
  type FileUser,
  type ShapeReader,
  type StoredFile,
} from '../../core/index.js'
import { readCategory } from './read-category.js'
import { visibilityOf } from './visibility-of.js'

const statuses: readonly FileStatus[] = [
  'upload_pending',
  'processing',
  'ready',
  'error',
  'cancelled',
]

/** A `FileModel`. It has no size. @throws UploadError `server` naming the field */
export function readFile(value: unknown): StoredFile {
  const shape = readShape(value, 'file')
  const { isPublic, status, fileCategory, fileAssociations } = shape.value
  const url = readUrl(shape.textOrNull('url'))
  return storedFile({
    id: shape.text('id'),
    name: shape.text('name'),
    contentType: shape.textOrNull('contentType') ?? undefined,
    status: statuses.find((one) => one === status),
    visibility: typeof isPublic === 'boolean' ? visibilityOf(isPublic) : null,
    url,
    urlExpiresAt: isPublic === true ? null : readExpiry(url),
    createdAt: shape.textOrNull('createdAt'),
    updatedAt: shape.textOrNull('updatedAt'),
    createdBy: readUser(shape),
    category: isNothing(fileCategory) ? null : readCategory(fileCategory),
    associations: isNothing(fileAssociations)
      ? null
      : readShape(fileAssociations, 'file.fileAssociations').list('data').map(parseAssociation),
  })
}

/** As it may be followed: ROQ gives the spaces of a key as they are, and an empty text where there is none. */
function readUrl(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? safeUrl(new URL(url).href) : null
}

/**
 * When a signed address ends; `null`: it does not say.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
function readExpiry(url: string | null): string | null {
  if (url === null) return null
  const { searchParams } = new URL(url)
  const iso = (searchParams.get('X-Amz-Date') ?? '').replace(
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
    '$1-$2-$3T$4:$5:$6Z',
  )
  const endsAt = Date.parse(iso) + Number(searchParams.get('X-Amz-Expires') ?? Number.NaN) * 1_000
  return Number.isNaN(endsAt) ? null : new Date(endsAt).toISOString()
}

/** A user who could not be resolved has an id at least. */
function readUser(file: ShapeReader): FileUser | null {
  const { createdByUser } = file.value
  if (isNothing(createdByUser)) {
    const id = file.textOrNull('createdByUserId')
    return id === null ? null : { id, name: null, avatarUrl: null }
  }
  const user = readShape(createdByUser, 'file.createdByUser')
  const names = [user.textOrNull('firstName'), user.textOrNull('lastName')]
  const name = names.filter((one) => one !== null && one !== '').join(' ')
  return {
    id: user.text('id'),
    name: name === '' ? null : name,
    avatarUrl: safeUrl(user.textOrNull('avatarUrl')),
  }
}

function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined
}
