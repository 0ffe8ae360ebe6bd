import { and, inArray } from 'drizzle-orm'
import type { DeleteFilesAnswer } from 'loadline/protocol'
import { files, type FileRow } from '../database/schema.js'
import { bulkOf } from '../http/bulk.js'
import { describeError } from '../http/log.js'
import { uuidsOf } from '../http/uuid.js'
import type { User } from '../identity/identify.js'
import type { ServerContext } from '../server-context.js'
import { deleteBytes } from '../uploads/delete-bytes.js'
import { managedFiles } from './file-access.js'

/** Whoever reads one of them is told 404 from the commit on. */
export async function deleteFiles(
  context: ServerContext,
  user: User,
  asked: readonly string[],
): Promise<DeleteFilesAnswer> {
  const now = new Date(context.now())
  const deleted = await context.db
    .update(files)
    .set({ deletedAt: now, updatedAt: now })
    .where(and(inArray(files.id, uuidsOf(asked)), managedFiles(user)))
    .returning()
  await dropObjects(context, deleted)
  return bulkOf(asked, new Set(deleted.map(({ id }) => id)))
}

/** Deletes the bytes of rows that are over. What fails is left to the sweeper: the rows stand already. */
export async function dropObjects(
  { store, db, log, now }: ServerContext,
  rows: readonly FileRow[],
): Promise<void> {
  const dropped: string[] = []
  for (const row of rows) {
    try {
      await deleteBytes(store, row)
      dropped.push(row.id)
    } catch (error) {
      log.warn('delete-failed', { fileId: row.id, ...describeError(error) })
    }
  }
  if (dropped.length === 0) return
  await db
    .update(files)
    .set({ objectDeletedAt: new Date(now()) })
    .where(inArray(files.id, dropped))
}
