import type { FileRow } from '../database/schema.js'
import { describeError } from '../http/log.js'
import type { ServerContext } from '../server-context.js'
import { claimFile, type AttemptLimits } from './claim-file.js'
import { canHaveThumbnail } from './make-thumbnail.js'
import type { ProcessFile } from './process-file.js'
import type { ProcessingOptions } from './processing-options.js'
import { runAttempt } from './run-attempt.js'

/** Works through the rows in `processing`, beside the requests. */
export interface Processor {
  /** Whether the hook must see each file before it may be used. */
  readonly hasHook: boolean
  /** @param found The type that the bytes show. */
  wantsThumbnail(row: FileRow, found: string | null): boolean
  /** There may be something to do. */
  wake(): void
  /** Resolves when nothing is being worked on. */
  idle(): Promise<void>
  /** Ends attempts that run; their files are taken up again at the next start. */
  close(): Promise<void>
}

type Context = Omit<ServerContext, 'processor'>

/** A hook that does not hear its signal holds up no shutdown. */
const closeGraceMs = 1000

export function createProcessor(
  context: Context,
  process: ProcessFile | null,
  options: ProcessingOptions = {},
): Processor {
  const { hasThumbnails = true, concurrency = 2, attemptSeconds = 300, attempts = 3 } = options
  const limits: AttemptLimits = { attemptMs: attemptSeconds * 1000, attempts }
  const closing = new AbortController()
  const running = new Set<Promise<void>>()
  let hasNews = false
  const work = async () => {
    while (!closing.signal.aborted) {
      hasNews = false
      const row = await claimFile(context, limits)
      if (row !== null) await runAttempt(context, process, limits, row, closing.signal)
      // Whoever came while this looked in vain found nobody free.
      else if (!hasNews) return
    }
  }
  const start = () => {
    const run = work()
      .catch((error: unknown) => context.log.error('processing-failed', describeError(error)))
      .finally(() => running.delete(run))
    running.add(run)
  }
  const idle = async () => {
    while (running.size > 0) await Promise.all(running)
  }
  return {
    hasHook: process !== null,
    wantsThumbnail: (row, found) =>
      hasThumbnails && canHaveThumbnail(found, row.contentType, row.size),
    wake: () => {
      hasNews = true
      if (!closing.signal.aborted && running.size < concurrency) start()
    },
    idle,
    close: async () => {
      closing.abort()
      let timer: NodeJS.Timeout | undefined
      const grace = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, closeGraceMs)
      })
      await Promise.race([idle(), grace])
      clearTimeout(timer)
    },
  }
}
