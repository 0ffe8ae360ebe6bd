import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { files } from '../database/schema.js'
import type { User } from '../identity/identify.js'
import type { ServerContext } from '../server-context.js'
import { lockUpload } from './lock-upload.js'
import type { AbandonUploadInput } from './upload-schemas.js'

/** Makes the row a tombstone and deletes the bytes, also those of a finalised file. Idempotent. */
export async function abandonUpload(
  context: ServerContext,
  user: User,
  fileId: string,
  input: AbandonUploadInput,
): Promise<void> {
  const row = await context.db.transaction(async (transaction) => {
    const current = await lockUpload(transaction, user, fileId, input.clientId)
    if (current.abandonedAt !== null) return current
    const now = new Date(context.now())
    await transaction
      .update(files)
      .set({
        status: 'cancelled',
        abandonedAt: now,
        abandonReason: input.reason,
        updatedAt: now,
      })
      .where(eq(files.id, current.id))
    return current
  })
  // After the commit: bytes without a row can be swept, a row without its bytes is a broken file.
  await deleteObject(context, row)
}

/** Deletes the bytes of tombstones that an earlier process did not come to. */
export async function finishAbandons(context: ServerContext): Promise<void> {
  const rows = await context.db
    .select({ id: files.id, objectKey: files.objectKey })
    .from(files)
    .where(and(isNotNull(files.abandonedAt), isNull(files.objectDeletedAt)))
  for (const row of rows) await deleteObject(context, row)
}

async function deleteObject(
  context: ServerContext,
  row: { readonly id: string; readonly objectKey: string },
): Promise<void> {
  await context.store.delete(row.objectKey)
  await context.db
    .update(files)
    .set({ objectDeletedAt: new Date(context.now()) })
    .where(eq(files.id, row.id))
}
