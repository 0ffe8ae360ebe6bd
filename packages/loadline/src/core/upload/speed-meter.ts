/** Smooths over this many ms: long enough to stand still, short enough to follow a change of network. */
const timeConstantMs = 3_000
/** Before that a figure would jump about. */
const steadyAfterMs = 1_500
/** Without a byte for so long, the last figure says nothing any more. */
const staleAfterMs = 5_000

/** An exponential moving average over time, corrected for its empty beginning. Times are monotonic ms. */
export class SpeedMeter {
  #startedAt: number | null = null
  #lastAt = 0
  #average = 0

  /** Bytes moved since the last sample. */
  sample(bytes: number, at: number): void {
    const elapsed = at - this.#lastAt
    if (this.#startedAt === null || elapsed > staleAfterMs) {
      this.#startedAt = at
      this.#average = 0
    } else if (elapsed > 0) {
      const weight = 1 - Math.exp(-elapsed / timeConstantMs)
      this.#average += weight * ((bytes / elapsed) * 1_000 - this.#average)
    }
    this.#lastAt = at
  }

  /** Bytes per second, `null` while unstable. */
  read(at: number): number | null {
    if (this.#startedAt === null || at - this.#lastAt > staleAfterMs) return null
    const observed = this.#lastAt - this.#startedAt
    if (observed < steadyAfterMs) return null
    return this.#average / (1 - Math.exp(-observed / timeConstantMs))
  }
}
