import {
  readShape,
  storedFile,
  type FileStatus,
  type FileUser,
  type ShapeReader,
  type StoredFile,
} from '../../core/index.js'

/** A row of the list routes: of its fields only `_id` is certain. */
export interface FileRow {
  readonly file: StoredFile
  /** Uploaded, and no message yet: it goes within a day. */
  readonly isTemporary: boolean
  /** The message that shows it, where the row tells. */
  readonly messageId: string | null
}

/** @throws UploadError `server` naming the field, where it is no file */
export function readFileRow(value: unknown): FileRow {
  const shape = readShape(value, 'file')
  const id = shape.text('_id')
  const description = textOf(shape, 'description')
  const isTemporary = textOf(shape, 'expiresAt') !== null
  return {
    file: storedFile({
      id,
      // The id is all that is known of some.
      name: textOf(shape, 'name') ?? id,
      contentType: textOf(shape, 'type') ?? undefined,
      size: sizeOf(shape),
      status: isTemporary ? 'upload_pending' : statusOf(shape),
      createdAt: textOf(shape, 'uploadedAt'),
      updatedAt: textOf(shape, '_updatedAt') ?? textOf(shape, 'modifiedAt'),
      createdBy: userOf(shape),
      metadata: description === null || description === '' ? {} : { description },
    }),
    isTemporary,
    messageId: textOf(shape, 'message_id'),
  }
}

function statusOf({ value: { complete, uploading } }: ShapeReader): FileStatus {
  if (uploading === true) return 'upload_pending'
  if (complete === undefined) return 'unknown'
  return complete === true ? 'ready' : 'error'
}

function sizeOf({ value: { size } }: ShapeReader): number | null {
  return Number.isSafeInteger(size) && (size as number) >= 0 ? (size as number) : null
}

/** Of one who was deleted, or of a visitor, nothing but the id is left, and not always that. */
function userOf(shape: ShapeReader): FileUser | null {
  const { user } = shape.value
  if (typeof user !== 'object' || user === null) {
    const id = textOf(shape, 'userId')
    return id === null ? null : { id, name: null, avatarUrl: null }
  }
  const { _id, name, username } = user as Readonly<Record<string, unknown>>
  if (typeof _id !== 'string') return null
  const known = [name, username].find((one): one is string => typeof one === 'string')
  return { id: _id, name: known ?? null, avatarUrl: null }
}

function textOf({ value }: ShapeReader, key: string): string | null {
  const field = value[key]
  return typeof field === 'string' ? field : null
}
