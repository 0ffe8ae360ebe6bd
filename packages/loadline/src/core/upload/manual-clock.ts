import type { Clock } from '../contract/index.js'

export interface ManualClock extends Clock {
  /** Runs what falls due on the way, in order. */
  advance(ms: number): void
}

/** A clock that stands until it is moved. */
export function createManualClock(startAt = 0): ManualClock {
  const timers = new Set<{ readonly at: number; readonly run: () => void }>()
  let time = startAt

  return {
    now: () => time,
    monotonic: () => time,
    random: () => 0.5,
    setTimeout(run, delayMs) {
      const timer = { at: time + delayMs, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    advance(ms) {
      const end = time + ms
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
        if (next === undefined) break
        timers.delete(next)
        time = Math.max(time, next.at)
        next.run()
      }
      time = end
    },
  }
}
