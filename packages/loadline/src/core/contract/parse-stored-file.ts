import { isRecord, readShape, wrongShape, type ShapeReader } from './parse-shape.js'
import type { FilePage } from './file-query.js'
import type { FileAssociation, FileCategory, FileUser, StoredFile } from './stored-file.js'

const statuses = ['upload_pending', 'processing', 'ready', 'error', 'cancelled', 'unknown'] as const
const visibilities = ['public', 'private'] as const

/** @throws UploadError `server` naming the field, where an answer is no stored file. */
export function parseStoredFile(value: unknown): StoredFile {
  const shape = readShape(value, 'file')
  return {
    id: shape.text('id'),
    clientId: shape.textOrNull('clientId'),
    name: shape.text('name'),
    contentType: shape.text('contentType'),
    size: shape.countOrNull('size'),
    status: shape.oneOf('status', statuses),
    statusReason: shape.textOrNull('statusReason'),
    visibility: readVisibility(shape, 'visibility'),
    url: shape.textOrNull('url'),
    urlExpiresAt: shape.textOrNull('urlExpiresAt'),
    thumbnailUrl: shape.textOrNull('thumbnailUrl'),
    createdAt: shape.textOrNull('createdAt'),
    updatedAt: shape.textOrNull('updatedAt'),
    createdBy: isRecord(shape.value['createdBy']) ? readUser(shape.value['createdBy']) : null,
    category: isRecord(shape.value['category']) ? parseCategory(shape.value['category']) : null,
    folderId: shape.textOrNull('folderId'),
    associations: Array.isArray(shape.value['associations'])
      ? shape.list('associations').map(parseAssociation)
      : null,
    checksum: shape.textOrNull('checksum'),
    metadata: shape.metadata('metadata'),
  }
}

/** @throws UploadError `server` naming the field, where an answer is no page of files. */
export function parseFilePage(value: unknown): FilePage {
  const shape = readShape(value, 'page')
  return {
    files: shape.list('files').map(parseStoredFile),
    total: shape.countOrNull('total'),
    nextCursor: shape.textOrNull('nextCursor'),
    ...(shape.value['warnings'] === undefined
      ? {}
      : { warnings: shape.list('warnings').map(String) }),
  }
}

function readVisibility(shape: ShapeReader, key: string): StoredFile['visibility'] {
  return shape.textOrNull(key) === null ? null : shape.oneOf(key, visibilities)
}

function readUser(value: unknown): FileUser {
  const shape = readShape(value, 'user')
  return {
    id: shape.text('id'),
    name: shape.textOrNull('name'),
    avatarUrl: shape.textOrNull('avatarUrl'),
  }
}

/** @throws UploadError `server` naming the field, where an answer is no category. */
export function parseCategory(value: unknown): FileCategory {
  const shape = readShape(value, 'category')
  return {
    id: shape.text('id'),
    key: shape.text('key'),
    name: shape.text('name'),
    maxSize: shape.countOrNull('maxSize'),
    contentTypes: Array.isArray(shape.value['contentTypes'])
      ? shape.list('contentTypes').map(requireText)
      : null,
    defaultVisibility: readVisibility(shape, 'defaultVisibility'),
  }
}

/** @throws UploadError `server` naming the field, where an answer is no association. */
export function parseAssociation(value: unknown): FileAssociation {
  const shape = readShape(value, 'association')
  return {
    id: shape.text('id'),
    entityName: shape.text('entityName'),
    entityReference: shape.text('entityReference'),
  }
}

function requireText(value: unknown): string {
  if (typeof value !== 'string') throw wrongShape('category.contentTypes', 'a list of texts')
  return value
}
