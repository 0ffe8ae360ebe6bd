import { and, eq, lt, type SQL } from 'drizzle-orm'
import type { Database } from '../database/open-database.js'
import { files, type FileRow } from '../database/schema.js'
import { notFound, ProblemError } from '../http/problem.js'
import type { User } from '../identity/identify.js'
import { isOwn } from '../identity/is-own.js'
import type { ServerContext } from '../server-context.js'

export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

export interface Caller {
  readonly user: User
  /** Of `Upload-Fence`: which owner of the upload is calling; `null`: it does not say. */
  readonly fence: number | null
}

/** Not at each call, which would write the row for each part. */
const aliveForMs = 60 * 60 * 1000

/** By one of them, or by both, which must belong together. */
export interface UploadKey {
  readonly fileId?: string | null | undefined
  readonly clientId?: string | null | undefined
}

/**
 * Runs the task under the row's lock: no two calls on one upload overlap.
 * @throws ProblemError 409 where a later owner of the upload has been seen.
 */
export async function withUpload<T>(
  context: ServerContext,
  caller: Caller,
  key: UploadKey,
  task: (transaction: Transaction, row: FileRow) => Promise<T>,
): Promise<T> {
  const found = whereIs(caller.user, key)
  // By itself, since the transaction may be rolled back: what was seen stays seen.
  if (caller.fence !== null) {
    const { fence } = caller
    await context.db
      .update(files)
      .set({ fence })
      .where(and(found, lt(files.fence, fence)))
  }
  return context.db.transaction(async (transaction) => {
    const [row] = await transaction.select().from(files).where(found).for('update')
    if (row === undefined) throw notFound()
    if (key.clientId && row.clientId !== key.clientId) {
      throw conflict('other-upload', 'The file belongs to another clientId.')
    }
    if (caller.fence !== null && caller.fence < row.fence) {
      throw conflict('fenced', 'The upload has a later owner.')
    }
    await keepAlive(context, transaction, row)
    return task(transaction, row)
  })
}

/** The sweeper ends what nobody has asked about for a day: an upload that goes on has asked for more. */
async function keepAlive(
  { now }: ServerContext,
  transaction: Transaction,
  { id, status, updatedAt }: FileRow,
): Promise<void> {
  if (status !== 'upload_pending' || now() - updatedAt.getTime() < aliveForMs) return
  await transaction
    .update(files)
    .set({ updatedAt: new Date(now()) })
    .where(eq(files.id, id))
}

function whereIs(user: User, { fileId, clientId }: UploadKey): SQL | undefined {
  const found = fileId ? eq(files.id, fileId) : eq(files.clientId, clientId ?? '')
  return and(found, isOwn(files, user))
}

export function conflict(reason: string, detail: string): ProblemError {
  return new ProblemError(409, 'conflict', detail, { reason })
}

/** @throws ProblemError 409 where no more bytes are wanted. */
export function assertPending(row: FileRow): void {
  if (row.abandonedAt !== null || row.deletedAt !== null) {
    throw conflict('abandoned', 'The upload was cancelled.')
  }
  if (row.status !== 'upload_pending') throw conflict('finalized', 'The upload is finalised.')
}
