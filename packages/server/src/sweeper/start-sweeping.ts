import { describeError, type Log } from '../http/log.js'

export interface SweepingOptions {
  sweep(): Promise<unknown>
  readonly everyMs: number
  readonly log: Log
}

/**
 * Sweeps now and from time to time, whether or not the last sweep has ended.
 * @returns What stops it; a sweep that runs is not waited for.
 */
export function startSweeping({ sweep, everyMs, log }: SweepingOptions): () => void {
  let isStopped = false
  const run = async () => {
    try {
      await sweep()
    } catch (error) {
      // The database may be closed by then.
      if (!isStopped) log.error('sweep-failed', describeError(error))
    }
  }
  const timer = setInterval(() => void run(), everyMs).unref()
  void run()
  return () => {
    isStopped = true
    clearInterval(timer)
  }
}
