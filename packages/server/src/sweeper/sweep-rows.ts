import { and, asc, eq, gt, type SQL } from 'drizzle-orm'
import { files, type FileRow } from '../database/schema.js'
import { describeError } from '../http/log.js'
import type { ServerContext } from '../server-context.js'
import type { Transaction } from '../uploads/lock-upload.js'

const batchSize = 100

/** Answers whether it did something. */
export type SweepTask = (transaction: Transaction, row: FileRow) => Promise<boolean>

export interface SweptRows {
  /** Rows with which the task did something. */
  readonly done: number
  readonly failed: number
}

/**
 * Runs the task for each row that fits, in a transaction of its own under the row's lock. A row that
 * somebody else holds is left to them, and one that fails stops no other.
 */
export async function sweepRows(
  context: ServerContext,
  fitting: SQL | undefined,
  task: SweepTask,
  signal: AbortSignal,
): Promise<SweptRows> {
  let done = 0
  let failed = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const batch = await context.db
      .select({ id: files.id })
      .from(files)
      .where(and(fitting, gt(files.id, after)))
      .orderBy(asc(files.id))
      .limit(batchSize)
    for (const { id } of batch) {
      if (signal.aborted) return { done, failed }
      try {
        if (await sweepRow(context, and(fitting, eq(files.id, id)), task)) done += 1
      } catch (error) {
        failed += 1
        context.log.error('sweep-failed', { fileId: id, ...describeError(error) })
      }
    }
    const last = batch.at(-1)
    if (last === undefined || batch.length < batchSize) return { done, failed }
    after = last.id
  }
}

function sweepRow(
  { db }: ServerContext,
  fitting: SQL | undefined,
  task: SweepTask,
): Promise<boolean> {
  return db.transaction(async (transaction) => {
    // Asked again under the lock: between the two looks a client may have come.
    const [row] = await transaction
      .select()
      .from(files)
      .where(fitting)
      .for('update', { skipLocked: true })
    return row === undefined ? false : task(transaction, row)
  })
}
