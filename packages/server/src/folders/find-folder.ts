import { and, eq, sql, type SQL } from 'drizzle-orm'
import { folders, type FolderRow } from '../database/schema.js'
import { isUuid } from '../http/uuid.js'
import { notFound, ProblemError } from '../http/problem.js'
import type { User } from '../identity/identify.js'
import { isManaged, isOwn, isReadable } from '../identity/is-own.js'
import type { ServerContext } from '../server-context.js'
import type { Transaction } from '../uploads/lock-upload.js'

/** Folders are nobody's but their owner's, also where a file in them is public. */
export function readableFolders(user: User): SQL | undefined {
  return isReadable(folders, user, sql`false`)
}

/** @throws ProblemError 404 where it is missing, or not the user's to read. */
export async function findFolder(
  { db }: Pick<ServerContext, 'db'>,
  user: User,
  id: string,
): Promise<FolderRow> {
  if (!isUuid(id)) throw notFound()
  const [row] = await db
    .select()
    .from(folders)
    .where(and(eq(folders.id, id), readableFolders(user)))
  if (row === undefined) throw notFound()
  return row
}

/**
 * Takes a folder's lock.
 * @throws ProblemError 404 where it is missing, or not the user's to manage.
 */
export async function lockFolder(
  transaction: Transaction,
  user: User,
  id: string,
): Promise<FolderRow> {
  if (!isUuid(id)) throw notFound()
  const [row] = await transaction
    .select()
    .from(folders)
    .where(and(eq(folders.id, id), isManaged(folders, user)))
    .for('update')
  if (row === undefined) throw notFound()
  return row
}

/**
 * Keeps the folder from being deleted until the transaction ends.
 * @throws ProblemError 422 where the owner of the file has no such folder.
 */
export async function holdFolder(
  transaction: Transaction,
  owner: Pick<User, 'id' | 'tenantId'>,
  id: string,
): Promise<void> {
  const [row] = isUuid(id)
    ? await transaction
        .select({ id: folders.id })
        .from(folders)
        .where(and(eq(folders.id, id), isOwn(folders, owner)))
        .for('key share')
    : []
  if (row === undefined) {
    const details = { reason: 'folder-unknown' }
    throw new ProblemError(422, 'validation', 'There is no such folder.', details)
  }
}
