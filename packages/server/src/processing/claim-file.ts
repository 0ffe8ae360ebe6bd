import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { files, type FileRow } from '../database/schema.js'
import type { ServerContext } from '../server-context.js'

export interface AttemptLimits {
  /** How long one may take; a row whose attempt began earlier has lost it. */
  readonly attemptMs: number
  readonly attempts: number
}

/**
 * Takes the next row that waits for processing, or whose attempt ended with its process. The row itself
 * is the queue: nothing is lost in a crash, and several servers share the work.
 */
export function claimFile(
  { db, now }: Pick<ServerContext, 'db' | 'now'>,
  { attemptMs }: AttemptLimits,
): Promise<FileRow | null> {
  const startedAt = new Date(now())
  const lostBefore = new Date(now() - attemptMs)
  return db.transaction(async (transaction) => {
    const [next] = await transaction
      .select({ id: files.id })
      .from(files)
      .where(
        and(
          eq(files.status, 'processing'),
          isNull(files.deletedAt),
          or(isNull(files.processingStartedAt), lt(files.processingStartedAt, lostBefore)),
        ),
      )
      .orderBy(asc(files.finalizedAt))
      .limit(1)
      .for('update', { skipLocked: true })
    if (next === undefined) return null
    const [claimed] = await transaction
      .update(files)
      .set({
        processingStartedAt: startedAt,
        processingAttempts: sql`${files.processingAttempts} + 1`,
      })
      .where(eq(files.id, next.id))
      .returning()
    return claimed ?? null
  })
}
