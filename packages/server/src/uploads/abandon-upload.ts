import { eq } from 'drizzle-orm'
import { files, type FileRow } from '../database/schema.js'
import type { ServerContext } from '../server-context.js'
import { deleteBytes } from './delete-bytes.js'
import { withUpload, type Caller, type Transaction, type UploadKey } from './lock-upload.js'

/** Makes the row a tombstone and deletes the bytes, also those of a finalised file. Idempotent. */
export async function abandonUpload(
  context: ServerContext,
  caller: Caller,
  key: UploadKey,
  reason: 'cancelled' | 'error',
): Promise<void> {
  const row = await withUpload(context, caller, key, async (transaction, current) => {
    if (current.deletedAt === null) {
      await buryUpload(context, transaction, current, reason)
    }
    return current
  })
  // After the commit: bytes without a row can be swept, a row without its bytes is a broken file.
  await deleteBytes(context.store, row)
  await context.db
    .update(files)
    .set({ objectDeletedAt: new Date(context.now()) })
    .where(eq(files.id, row.id))
}

/** Under the row's lock: from here on it is a tombstone, whose bytes may go. */
export async function buryUpload(
  { now }: Pick<ServerContext, 'now'>,
  transaction: Transaction,
  row: FileRow,
  reason: 'cancelled' | 'error',
): Promise<void> {
  const at = new Date(now())
  await transaction
    .update(files)
    .set({
      status: 'cancelled',
      deletedAt: at,
      abandonedAt: at,
      abandonReason: reason,
      updatedAt: at,
    })
    .where(eq(files.id, row.id))
}
