import type { StoredFile } from '../../core/index.js'

/** A file of a field: one of its value, or an upload on its way there. */
export interface FileFieldItem {
  /** Of the row: it stays when the upload becomes a stored file. */
  readonly id: string
  /** The backend's id, once it is part of the value. */
  readonly fileId: string | null
  /** Of the upload that brought it; `null`: it was there before. */
  readonly uploadId: string | null
  /** As far as it is known here. */
  readonly file: StoredFile | null
}

/** An upload that a field began. */
export interface FieldUpload {
  readonly uploadId: string
  /** Tells files that are the same. */
  readonly key: string
  readonly size: number
  readonly status: 'pending' | 'stored' | 'failed' | 'cancelled'
  readonly file: StoredFile | null
  /** Ids of the value that it takes the place of, once it is stored. */
  readonly replaces: readonly string[]
}

/**
 * The files of a field, in the order they came. What has been there before comes first; where the application sorts
 * the value, stored files follow it.
 */
export function arrangeItems(
  uploads: readonly FieldUpload[],
  value: readonly string[],
): readonly FileFieldItem[] {
  const byFile = new Map(
    uploads.flatMap((upload) => (upload.file ? [[upload.file.id, upload]] : [])),
  )
  const held = new Set(value)
  const isHeld = ({ file }: FieldUpload) => file !== null && held.has(file.id)
  const shown = uploads.filter(
    (upload) => isHeld(upload) || upload.status === 'pending' || upload.status === 'failed',
  )
  const leaving = new Set(
    shown.flatMap(({ status, replaces }) => (status === 'pending' ? replaces : [])),
  )
  const before = value.length - shown.filter(isHeld).length
  const rest = value.slice(before)
  return [
    ...value.slice(0, before).map((fileId) => storedItem(fileId, byFile.get(fileId))),
    ...shown.map((upload) => {
      const fileId = isHeld(upload) ? rest.shift() : undefined
      return fileId === undefined
        ? { id: upload.uploadId, fileId: null, uploadId: upload.uploadId, file: null }
        : storedItem(fileId, byFile.get(fileId))
    }),
  ].filter(({ fileId }) => fileId === null || !leaving.has(fileId))
}

function storedItem(fileId: string, upload: FieldUpload | undefined): FileFieldItem {
  const { uploadId = null, file = null } = upload ?? {}
  return { id: uploadId ?? fileId, fileId, uploadId, file }
}

/** The value when these uploads have been stored: each in its place, without what it replaces. */
export function valueWith(
  uploads: readonly FieldUpload[],
  value: readonly string[],
  stored: readonly FieldUpload[],
): readonly string[] {
  const ids = new Map(stored.flatMap(({ uploadId, file }) => (file ? [[uploadId, file.id]] : [])))
  const gone = new Set(stored.flatMap(({ replaces }) => replaces))
  const places = uploads.map((upload) => ({
    ...upload,
    ...(ids.has(upload.uploadId) ? { status: 'pending' as const, file: null } : {}),
    replaces: [],
  }))
  return arrangeItems(places, value)
    .flatMap(({ fileId, uploadId }) => fileId ?? ids.get(uploadId ?? '') ?? [])
    .filter((id) => !gone.has(id))
}
