import type { Clock } from '../contract/index.js'

/** Progress is told at most ten times a second: more is not seen, and costs renders. */
const progressIntervalMs = 100

export interface FlushSchedule {
  /** In a microtask: callbacks and promises must not wait for animation frames, which stop in hidden tabs. */
  soon(): void
  /** At most ten times a second, aligned to a frame where the page is drawn. */
  paced(): void
  stop(): void
}

export function createFlushSchedule(
  clock: Clock,
  flushStatus: () => void,
  flushProgress: () => void,
): FlushSchedule {
  let isSoon = false
  let clearPaced: (() => void) | null = null

  return {
    soon() {
      if (isSoon) return
      isSoon = true
      queueMicrotask(() => {
        isSoon = false
        flushStatus()
      })
    },
    paced() {
      if (clearPaced !== null) return
      clearPaced = clock.setTimeout(() => {
        clearPaced = onNextFrame(() => {
          clearPaced = null
          flushProgress()
        })
      }, progressIntervalMs)
    },
    stop() {
      clearPaced?.()
      clearPaced = null
    },
  }
}

/** Runs at once where no frame will come: in a hidden tab, in a worker, in Node. Answers a function that clears it. */
function onNextFrame(run: () => void): (() => void) | null {
  if (typeof document === 'undefined' || document.hidden) {
    run()
    return null
  }
  const frame = requestAnimationFrame(run)
  return () => cancelAnimationFrame(frame)
}
