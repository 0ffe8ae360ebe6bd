import type { EngineState } from './engine-state.js'
import { lookAheadDepth } from './ticket-life.js'

/** The weight of the newest file in the mean. */
const newest = 0.2

/** Asks for the tickets of those next in line: as many as will be used while they are fresh. */
export class LookAhead {
  readonly #engine: EngineState
  #meanTimePerFileMs = 1_000

  constructor(engine: EngineState) {
    this.#engine = engine
  }

  /** A file took so long in its slot, beside so many others. */
  measure(timeMs: number, concurrency: number): void {
    this.#meanTimePerFileMs += newest * (timeMs / concurrency - this.#meanTimePerFileMs)
  }

  run(upcoming: Iterable<string>): void {
    const { adapter, clock, desk, gate, store, uploads } = this.#engine
    const lifeMs = desk.expectedLifeMs
    if (!adapter.features.lookAhead || lifeMs === null || !gate.isOpen(clock.now())) return
    let left = lookAheadDepth(lifeMs, this.#meanTimePerFileMs)
    for (const id of upcoming) {
      if (left-- <= 0) return
      const task = store.get(id)
      const upload = uploads.get(id)
      if (task === undefined || upload === undefined) continue
      if (!upload.isPrepared || upload.ticket !== null || this.#engine.needsChecksum(task)) continue
      // What fails here fails again, and is told, when the upload has its slot.
      void desk.ticketFor(task, upload).catch(() => undefined)
    }
  }
}
