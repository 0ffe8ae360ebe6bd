import { and, eq, isNotNull, isNull, lt, ne, notExists, or, sql, type SQL } from 'drizzle-orm'
import { associations, files } from '../database/schema.js'
import { ProblemError } from '../http/problem.js'
import type { ServerContext } from '../server-context.js'
import { buryUpload } from '../uploads/abandon-upload.js'
import { commitUpload } from '../uploads/commit-upload.js'
import { deleteBytes } from '../uploads/delete-bytes.js'
import type { SweepReport } from './sweep-report.js'
import { sweepRows, type SweepTask, type SweptRows } from './sweep-rows.js'

export interface SweepTimes {
  /** After which an upload that is complete is finalised for its client. */
  readonly graceMs: number
  /** After which an upload is given up, counted from when its client was last heard of. */
  readonly pendingMs: number
  /** After which a draft that belongs to nothing is deleted. */
  readonly draftMs: number
}

type EachRow = (fitting: SQL | undefined, task: SweepTask) => Promise<SweptRows>

/** Does what a client, or a process that ended, has left undone. Safe at any time, beside all requests. */
export async function sweep(
  context: ServerContext,
  times: SweepTimes,
  signal: AbortSignal,
): Promise<SweepReport> {
  const each: EachRow = (fitting, task) => sweepRows(context, fitting, task, signal)
  const finalized = await finishUploads(context, each, times.graceMs)
  const expired = await expireUploads(context, each, times.pendingMs)
  const drafts = await deleteDrafts(context, each, times.draftMs)
  const objects = await deleteObjects(context, each)
  const steps = [finalized, expired, drafts, objects]
  return {
    finalized: finalized.done,
    expired: expired.done,
    draftsDeleted: drafts.done,
    objectsDeleted: objects.done,
    failed: steps.reduce((sum, step) => sum + step.failed, 0),
  }
}

/** A tab that was closed after its last byte loses nothing. */
function finishUploads(context: ServerContext, each: EachRow, graceMs: number) {
  const isDue = and(isPending(), lt(files.updatedAt, ago(context, graceMs)))
  return each(isDue, async (transaction, row) => {
    try {
      await commitUpload(context, transaction, row, { parts: [], etag: null, checksum: null })
      return true
    } catch (error) {
      // Its bytes are not there, or not right: its client may still send them.
      if (error instanceof ProblemError) return false
      throw error
    }
  })
}

function expireUploads(context: ServerContext, each: EachRow, pendingMs: number) {
  const isDue = and(isPending(), lt(files.updatedAt, ago(context, pendingMs)))
  return each(isDue, async (transaction, row) => {
    await buryUpload(context, transaction, row, 'error')
    return true
  })
}

function deleteDrafts(context: ServerContext, each: EachRow, draftMs: number) {
  const isDue = and(
    eq(files.isDraft, true),
    ne(files.status, 'upload_pending'),
    isNull(files.deletedAt),
    lt(files.updatedAt, ago(context, draftMs)),
    notExists(isAssociated(context)),
  )
  return each(isDue, async (transaction, row) => {
    const at = new Date(context.now())
    await transaction
      .update(files)
      .set({ deletedAt: at, updatedAt: at })
      .where(eq(files.id, row.id))
    return true
  })
}

/** Of all that is gone for people: cancelled, expired, deleted. */
function deleteObjects(context: ServerContext, each: EachRow) {
  const isOver = or(isNotNull(files.deletedAt), isNotNull(files.abandonedAt))
  const isDue = and(isOver, isNull(files.objectDeletedAt))
  return each(isDue, async (transaction, row) => {
    await deleteBytes(context.store, row)
    await transaction
      .update(files)
      .set({ objectDeletedAt: new Date(context.now()) })
      .where(eq(files.id, row.id))
    return true
  })
}

function isPending() {
  return and(eq(files.status, 'upload_pending'), isNull(files.deletedAt))
}

function isAssociated({ db }: ServerContext) {
  return db
    .select({ one: sql`1` })
    .from(associations)
    .where(eq(associations.fileId, files.id))
}

function ago({ now }: ServerContext, ms: number): Date {
  return new Date(now() - ms)
}
