import { and, count, eq, isNull } from 'drizzle-orm'
import { files, folders } from '../database/schema.js'
import { ProblemError } from '../http/problem.js'
import type { User } from '../identity/identify.js'
import type { ServerContext } from '../server-context.js'
import { lockFolder } from './find-folder.js'

/** @throws ProblemError 409 where something is in it, an upload on its way included. */
export async function deleteFolder({ db }: ServerContext, user: User, id: string): Promise<void> {
  await db.transaction(async (transaction) => {
    await lockFolder(transaction, user, id)
    const [inside] = await transaction
      .select({ count: count() })
      .from(folders)
      .where(eq(folders.parentId, id))
    const [filed] = await transaction
      .select({ count: count() })
      .from(files)
      .where(and(eq(files.folderId, id), isNull(files.deletedAt)))
    const folderCount = inside?.count ?? 0
    const fileCount = filed?.count ?? 0
    if (folderCount + fileCount > 0) {
      const details = { reason: 'folder-not-empty', folderCount, fileCount }
      throw new ProblemError(409, 'conflict', 'The folder is not empty.', details)
    }
    await transaction.delete(folders).where(eq(folders.id, id))
  })
}
