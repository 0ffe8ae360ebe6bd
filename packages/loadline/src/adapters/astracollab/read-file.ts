import { readShape, storedFile, type StoredFile } from '../../core/index.js'

/**
 * A file as any of the vendor's dialects tells it: sizes may be texts, what is not there may be left out.
 * @param expiresAt of the address for downloads, where there is one
 * @throws UploadError `server` naming the field, where an answer is no file
 */
export function readFile(value: unknown, expiresAt: string | null = null): StoredFile {
  const shape = readShape(value, 'file')
  const downloadUrl = shape.textOrNull('downloadUrl')
  const contentType = shape.textOrNull('type')
  return storedFile({
    id: shape.text('id'),
    name: shape.text('name'),
    contentType: contentType === null || contentType === '' ? undefined : contentType,
    size: readSize(shape.value['size']),
    // There is no other state: what is listed is whole.
    status: 'ready',
    url: downloadUrl ?? shape.textOrNull('url'),
    urlExpiresAt: downloadUrl === null ? null : expiresAt,
    createdAt: shape.textOrNull('uploadedAt'),
    updatedAt: shape.textOrNull('updatedAt'),
    folderId: shape.textOrNull('folderId'),
    metadata: shape.metadata('metadata'),
  })
}

function readSize(value: unknown): number | null {
  const size = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return Number.isSafeInteger(size) && (size as number) >= 0 ? (size as number) : null
}
