import type { CreateFolderAnswer } from 'loadline/protocol'
import { folders } from '../database/schema.js'
import { ProblemError } from '../http/problem.js'
import type { User } from '../identity/identify.js'
import type { ServerContext } from '../server-context.js'
import { conflict } from '../uploads/lock-upload.js'
import { lockFolder } from './find-folder.js'
import { foldFolderName } from './fold-folder-name.js'
import { deepest, folderPath, presentFolder } from './folder-path.js'
import type { CreateFolderInput } from './folder-schemas.js'

/** A folder in another one belongs to its owner. */
export async function createFolder(
  { db, now }: ServerContext,
  user: User,
  { name, parentId }: CreateFolderInput,
): Promise<CreateFolderAnswer> {
  return db.transaction(async (transaction) => {
    const parent = parentId === null ? null : await lockFolder(transaction, user, parentId)
    const path = await folderPath(transaction, parent?.id ?? null)
    if (path.length >= deepest) {
      const details = { reason: 'folder-too-deep', limit: deepest }
      throw new ProblemError(422, 'validation', 'Folders nest no deeper.', details)
    }
    const [row] = await transaction
      .insert(folders)
      .values({
        tenantId: parent?.tenantId ?? user.tenantId,
        ownerId: parent?.ownerId ?? user.id,
        name,
        nameKey: foldFolderName(name),
        parentId: parent?.id ?? null,
        createdAt: new Date(now()),
      })
      .onConflictDoNothing()
      .returning()
    if (row === undefined) throw conflict('name-taken', 'There is a folder of this name.')
    return presentFolder(row, path)
  })
}
