import { and, eq } from 'drizzle-orm'
import type { Database } from '../database/open-database.js'
import { files, type FileRow } from '../database/schema.js'
import { notFound, ProblemError } from '../http/problem.js'
import type { User } from '../identity/identify.js'

export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/** Takes the row's lock until the transaction ends: finalise and abandon of one upload never overlap. */
export async function lockUpload(
  transaction: Transaction,
  user: User,
  fileId: string,
  clientId: string,
): Promise<FileRow> {
  const [row] = await transaction
    .select()
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.ownerId, user.id)))
    .for('update')
  if (row === undefined) throw notFound()
  if (row.clientId !== clientId) {
    const details = { reason: 'other-upload' }
    throw new ProblemError(409, 'conflict', 'The file belongs to another clientId.', details)
  }
  return row
}
