import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { files, type FileRow } from '../database/schema.js'
import { notFound } from '../http/problem.js'
import type { User } from '../identity/identify.js'
import { isManaged, isReadable } from '../identity/is-own.js'
import type { ServerContext } from '../server-context.js'
import type { Transaction } from '../uploads/lock-upload.js'

const isPublic = sql`(${files.visibility} = 'public' and ${files.status} = 'ready')`

export function readableFiles(user: User): SQL | undefined {
  return and(isNull(files.deletedAt), isReadable(files, user, isPublic))
}

export function managedFiles(user: User): SQL | undefined {
  return and(isNull(files.deletedAt), isManaged(files, user))
}

/** @throws ProblemError 404 where it is missing, deleted, or not the user's to read. */
export async function findFile(context: ServerContext, user: User, id: string): Promise<FileRow> {
  const [row] = await context.db
    .select()
    .from(files)
    .where(and(eq(files.id, id), readableFiles(user)))
  if (row === undefined) throw notFound()
  return row
}

/**
 * Runs the task under the row's lock.
 * @throws ProblemError 404 where it is missing, deleted, or not the user's to manage.
 */
export function withManagedFile<T>(
  context: ServerContext,
  user: User,
  id: string,
  task: (transaction: Transaction, row: FileRow) => Promise<T>,
): Promise<T> {
  return context.db.transaction(async (transaction) => {
    const [row] = await transaction
      .select()
      .from(files)
      .where(and(eq(files.id, id), managedFiles(user)))
      .for('update')
    if (row === undefined) throw notFound()
    return task(transaction, row)
  })
}
