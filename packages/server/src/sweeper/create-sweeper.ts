import type { ServerContext } from '../server-context.js'
import type { SweepOptions } from './sweep-options.js'
import type { SweepReport } from './sweep-report.js'
import { sweep } from './sweep.js'

export interface Sweeper {
  /** Waits also for the processing that it took up again. One at a time: a second call joins the first. */
  sweep(): Promise<SweepReport>
  /** Ends the sweep that runs, after the row where it is. */
  close(): Promise<void>
}

const daySeconds = 24 * 60 * 60

export function createSweeper(context: ServerContext, options: SweepOptions = {}): Sweeper {
  const { graceSeconds = 900, pendingSeconds = daySeconds, draftSeconds = daySeconds } = options
  const times = {
    graceMs: graceSeconds * 1000,
    pendingMs: pendingSeconds * 1000,
    draftMs: draftSeconds * 1000,
  }
  const closing = new AbortController()
  let running: Promise<SweepReport> | null = null
  const run = async () => {
    const report = await sweep(context, times, closing.signal)
    context.log.info('sweep', { ...report })
    context.processor.wake()
    return report
  }
  return {
    sweep: async () => {
      running ??= run().finally(() => {
        running = null
      })
      const report = await running
      // Apart: where pictures come all the time it may never be idle, and the next sweep must begin.
      await context.processor.idle()
      return report
    },
    close: async () => {
      closing.abort()
      await running?.catch(() => undefined)
    },
  }
}
