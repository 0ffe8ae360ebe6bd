import type { SweepReport } from './sweeper/sweep-report.js'

export interface Server {
  /** Answers every request; it does not throw. */
  fetch(request: Request): Promise<Response>
  /**
   * Finishes what clients and ended processes left undone: complete uploads are finalised, dead ones
   * removed, bytes of deleted files deleted, processing taken up again. To be called every few minutes;
   * `startServer` does.
   */
  sweep(): Promise<SweepReport>
  close(): Promise<void>
}
