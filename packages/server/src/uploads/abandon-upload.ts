import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { files, type FileRow } from '../database/schema.js'
import type { ServerContext } from '../server-context.js'
import { withUpload, type Caller, type UploadKey } from './lock-upload.js'

/** Makes the row a tombstone and deletes the bytes, also those of a finalised file. Idempotent. */
export async function abandonUpload(
  context: ServerContext,
  caller: Caller,
  key: UploadKey,
  reason: 'cancelled' | 'error',
): Promise<void> {
  const row = await withUpload(context, caller, key, async (transaction, current) => {
    if (current.abandonedAt !== null) return current
    const now = new Date(context.now())
    await transaction
      .update(files)
      .set({ status: 'cancelled', abandonedAt: now, abandonReason: reason, updatedAt: now })
      .where(eq(files.id, current.id))
    return current
  })
  // After the commit: bytes without a row can be swept, a row without its bytes is a broken file.
  await deleteObject(context, row)
}

/** Deletes the bytes of tombstones that an earlier process did not come to. */
export async function finishAbandons(context: ServerContext): Promise<void> {
  const rows = await context.db
    .select({ id: files.id, objectKey: files.objectKey, uploadId: files.uploadId })
    .from(files)
    .where(and(isNotNull(files.abandonedAt), isNull(files.objectDeletedAt)))
  for (const row of rows) await deleteObject(context, row)
}

async function deleteObject(
  { store, db, now }: ServerContext,
  { id, objectKey: key, uploadId }: Pick<FileRow, 'id' | 'objectKey' | 'uploadId'>,
): Promise<void> {
  if (uploadId !== null) await store.abortMultipart({ key, uploadId })
  await store.delete(key)
  await db
    .update(files)
    .set({ objectDeletedAt: new Date(now()) })
    .where(eq(files.id, id))
}
