/** Smooths over this many ms: long enough to stand still, short enough to follow a change of network. */
const timeConstantMs = 3_000
/** Before that a figure would jump about. */
const steadyAfterMs = 1_500
/** Without a byte for so long, the last figure says nothing any more. */
const staleAfterMs = 5_000

export interface SpeedMeter {
  /** Bytes moved since the last sample; `at` is monotonic ms. */
  sample(bytes: number, at: number): void
  /** Bytes per second, `null` while unstable. */
  read(at: number): number | null
}

/** An exponential moving average over time, corrected for its empty beginning. */
export function createSpeedMeter(): SpeedMeter {
  let startedAt: number | null = null
  let lastAt = 0
  let average = 0

  return {
    sample(bytes, at) {
      if (startedAt === null || at - lastAt > staleAfterMs) {
        startedAt = at
        lastAt = at
        average = 0
        return
      }
      const elapsed = at - lastAt
      if (elapsed <= 0) return
      const weight = 1 - Math.exp(-elapsed / timeConstantMs)
      average += weight * ((bytes / elapsed) * 1_000 - average)
      lastAt = at
    },
    read(at) {
      if (startedAt === null || lastAt - startedAt < steadyAfterMs) return null
      if (at - lastAt > staleAfterMs) return null
      return average / (1 - Math.exp(-(lastAt - startedAt) / timeConstantMs))
    },
  }
}
