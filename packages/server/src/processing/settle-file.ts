import { and, eq, isNull, sql } from 'drizzle-orm'
import { files, type FileRow } from '../database/schema.js'
import type { ServerContext } from '../server-context.js'

export type Settlement =
  | { readonly status: 'ready'; readonly image: { width: number; height: number } | null }
  | { readonly status: 'error'; readonly reason: string }

/**
 * Writes what came out of an attempt, unless the row has moved on since it was claimed: a later
 * attempt, a status that somebody set, a deletion. An older result never overwrites a newer one.
 * @returns Whether it counted.
 */
export async function settleFile(
  { db, now }: Pick<ServerContext, 'db' | 'now'>,
  claimed: FileRow,
  settlement: Settlement,
): Promise<boolean> {
  const image = settlement.status === 'ready' ? settlement.image : null
  const kept = await db
    .update(files)
    .set({
      status: settlement.status,
      errorReason: settlement.status === 'error' ? settlement.reason.slice(0, 500) : null,
      thumbnailKey: image === null ? null : claimed.thumbnailKey,
      imageWidth: image?.width ?? null,
      imageHeight: image?.height ?? null,
      updatedAt: new Date(now()),
    })
    .where(isClaim(claimed))
    .returning({ id: files.id })
  return kept.length > 0
}

/** Gives the row back as if it had not been claimed: the server closes. */
export async function releaseFile(
  { db }: Pick<ServerContext, 'db'>,
  claimed: FileRow,
): Promise<void> {
  await db
    .update(files)
    .set({
      processingStartedAt: null,
      processingAttempts: sql`${files.processingAttempts} - 1`,
    })
    .where(isClaim(claimed))
}

/** Not by the version, which a new name raises too: that a file was renamed undoes no scan. */
function isClaim({ id, processingAttempts, processingStartedAt }: FileRow) {
  return and(
    eq(files.id, id),
    eq(files.status, 'processing'),
    isNull(files.deletedAt),
    eq(files.processingAttempts, processingAttempts),
    processingStartedAt === null
      ? isNull(files.processingStartedAt)
      : eq(files.processingStartedAt, processingStartedAt),
  )
}
