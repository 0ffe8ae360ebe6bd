import { eq } from 'drizzle-orm'
import { files, type FileRow } from '../database/schema.js'
import { describeError } from '../http/log.js'
import type { ServerContext } from '../server-context.js'
import { attempt } from './attempt.js'
import type { AttemptLimits } from './claim-file.js'
import type { ProcessFile } from './process-file.js'
import { releaseFile, settleFile, type Settlement } from './settle-file.js'

type Context = Omit<ServerContext, 'processor'>

const failure: Settlement = { status: 'error', reason: 'processing-failed' }

/** One attempt at a claimed row, whatever comes of it. */
export async function runAttempt(
  context: Context,
  process: ProcessFile | null,
  limits: AttemptLimits,
  row: FileRow,
  closing: AbortSignal,
): Promise<void> {
  const { id: fileId, processingAttempts } = row
  // One more than there may be: the last ones ended with their process.
  if (processingAttempts > limits.attempts) return settle(context, row, failure)
  const signal = AbortSignal.any([closing, AbortSignal.timeout(limits.attemptMs)])
  try {
    await settle(context, row, await attempt(context, process, row, signal))
  } catch (error) {
    if (closing.aborted) return releaseFile(context, row)
    context.log.error('processing-failed', { fileId, processingAttempts, ...describeError(error) })
    // Else it is claimed again when its time is over.
    if (processingAttempts >= limits.attempts) await settle(context, row, failure)
  }
}

async function settle(context: Context, row: FileRow, settlement: Settlement): Promise<void> {
  const isKept = await settleFile(context, row, settlement)
  const hasThumbnail = settlement.status === 'ready' && settlement.image !== null
  if (!isKept || !hasThumbnail) await dropThumbnail(context, row)
}

/** What nobody points to any more: no picture came of it, or the file was deleted meanwhile. */
async function dropThumbnail({ db, store }: Context, { id, thumbnailKey }: FileRow): Promise<void> {
  if (thumbnailKey === null) return
  const [row] = await db
    .select({ thumbnailKey: files.thumbnailKey, deletedAt: files.deletedAt })
    .from(files)
    .where(eq(files.id, id))
  const isWanted = row?.thumbnailKey === thumbnailKey && row.deletedAt === null
  if (!isWanted) await store.delete(thumbnailKey)
}
