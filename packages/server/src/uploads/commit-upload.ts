import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { files, type FileRow } from '../database/schema.js'
import { notFound } from '../http/problem.js'
import { assertContent } from '../processing/assert-content.js'
import type { ServerContext } from '../server-context.js'
import { conflict, type Transaction } from './lock-upload.js'
import { settleObject, type Declared } from './settle-object.js'

/**
 * Under the row's lock: takes the bytes for good, once. The file is `ready` where nothing is left to do,
 * else `processing`; a repetition finds it as it is by then.
 */
export async function commitUpload(
  context: ServerContext,
  transaction: Transaction,
  row: FileRow,
  declared: Declared,
): Promise<FileRow> {
  if (row.abandonedAt !== null) throw conflict('abandoned', 'The upload was cancelled.')
  if (row.deletedAt !== null) throw notFound()
  if (row.status !== 'upload_pending') return row
  const object = await settleObject(context.store, row, declared)
  // Of the final object: nobody can exchange the bytes after this look at them.
  const found = await assertContent(context, row)
  const { hasHook, wantsThumbnail } = context.processor
  const hasThumbnail = wantsThumbnail(row, found)
  const now = new Date(context.now())
  const [committed] = await transaction
    .update(files)
    .set({
      status: hasHook || hasThumbnail ? 'processing' : 'ready',
      checksum: object.checksum,
      etag: object.etag,
      // Written down before there is one, so that whoever deletes the file finds it.
      thumbnailKey: hasThumbnail ? randomBytes(16).toString('hex') : null,
      updatedAt: now,
      finalizedAt: now,
    })
    .where(eq(files.id, row.id))
    .returning()
  return committed ?? row
}
