import { and, asc, eq, isNull } from 'drizzle-orm'
import type { ListFoldersAnswer } from 'loadline/protocol'
import { folders } from '../database/schema.js'
import type { User } from '../identity/identify.js'
import type { ServerContext } from '../server-context.js'
import { findFolder, readableFolders } from './find-folder.js'
import { folderPath, presentFolder } from './folder-path.js'

/** Those right inside the parent, by name. */
export async function listFolders(
  context: ServerContext,
  user: User,
  parentId: string | null,
): Promise<ListFoldersAnswer> {
  const parent = parentId === null ? null : await findFolder(context, user, parentId)
  const isInside = parent === null ? isNull(folders.parentId) : eq(folders.parentId, parent.id)
  const rows = await context.db
    .select()
    .from(folders)
    .where(and(readableFolders(user), isInside))
    .orderBy(asc(folders.nameKey), asc(folders.id))
  const path = await folderPath(context.db, parent?.id ?? null)
  return { folders: rows.map((row) => presentFolder(row, path)) }
}
