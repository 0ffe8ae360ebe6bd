import type { EngineState } from './engine-state.js'
import { lookAheadDepth } from './ticket-life.js'

/** Larger files are read when they have their slot: reading ahead would take the line and the memory of those that run. */
const hashedAheadUpTo = 4_000_000
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
    const { adapter, clock, desk, gate } = this.#engine
    const lifeMs = desk.expectedLifeMs
    if (!adapter.features.lookAhead || lifeMs === null || !gate.isOpen(clock.now())) return
    const depth = lookAheadDepth(lifeMs, this.#meanTimePerFileMs)
    const ids = first(upcoming, depth)
    const wanted = ids.filter((id) => this.#isWanted(id))
    // Half a batch at least, or all that are left: else each file that starts would ask for one more ticket.
    if (wanted.length > 0 && (wanted.length * 2 >= depth || wanted.length === ids.length)) {
      void this.#makeReady(wanted)
    }
  }

  #isWanted(id: string): boolean {
    const task = this.#engine.store.get(id)
    const upload = this.#engine.uploads.get(id)
    if (task === undefined || upload === undefined) return false
    const isSmall = task.size <= hashedAheadUpTo || !this.#engine.needsChecksum(task)
    return upload.isPrepared && upload.ticket === null && !upload.isAhead && isSmall
  }

  /** Hashed first, all of them, so that their tickets are asked for together. What fails here is told in its slot. */
  async #makeReady(ids: readonly string[]): Promise<void> {
    const { store, uploads, desk, needsChecksum, hash } = this.#engine
    await Promise.all(
      ids.map(async (id) => {
        const task = store.get(id)
        const upload = uploads.get(id)
        if (task === undefined || upload === undefined) return
        upload.isAhead = true
        if (needsChecksum(task)) await hash(task, upload).catch(() => undefined)
      }),
    )
    for (const id of ids) {
      const task = store.get(id)
      const upload = uploads.get(id)
      if (task === undefined || upload === undefined) continue
      upload.isAhead = false
      if (task.status !== 'queued' || needsChecksum(task)) continue
      void desk.ticketFor(task, upload).catch(() => undefined)
    }
  }
}

function first(ids: Iterable<string>, count: number): readonly string[] {
  const found: string[] = []
  for (const id of ids) {
    if (found.length >= count) break
    found.push(id)
  }
  return found
}
