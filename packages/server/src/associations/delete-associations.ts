import { and, inArray } from 'drizzle-orm'
import type { BulkAnswer } from 'loadline/protocol'
import { associations, files } from '../database/schema.js'
import { managedFiles } from '../files/file-access.js'
import { bulkOf } from '../http/bulk.js'
import { uuidsOf } from '../http/uuid.js'
import type { User } from '../identity/identify.js'
import type { ServerContext } from '../server-context.js'

export async function deleteAssociations(
  { db }: ServerContext,
  user: User,
  asked: readonly string[],
): Promise<BulkAnswer> {
  const managed = db.select({ id: files.id }).from(files).where(managedFiles(user))
  const deleted = await db
    .delete(associations)
    .where(and(inArray(associations.id, uuidsOf(asked)), inArray(associations.fileId, managed)))
    .returning({ id: associations.id })
  return bulkOf(asked, new Set(deleted.map(({ id }) => id)))
}
