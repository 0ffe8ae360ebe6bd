import type { ManualClock } from './manual-clock.js'

/** Moves the clock second by second, and lets all happen that follows: what has not happened then will not. */
export async function passTime(clock: ManualClock, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    clock.advance(1_000)
    await new Promise((resolve) => void setTimeout(resolve, 0))
  }
}
