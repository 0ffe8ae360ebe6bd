import type { Clock } from '../contract/index.js'

/** A look at the clock this often: one timer, and no chain of timers to be throttled apart. */
const lookEveryMs = 1_000
/** Nobody slept through this but a machine or a frozen tab: the clocks begin anew. */
const sleepMs = 10_000
/** Bytes that may sit in the buffers of the browser and the system after the last progress event. */
const bufferedBytes = 10_000_000

export interface StallWatch {
  /** A request got its place: only from now on the clocks run. */
  requestBegan(): void
  requestEnded(): void
  /** Bytes of the file on their way. */
  progress(sentBytes: number): void
  stop(): void
}

export interface StallWatchOptions {
  readonly clock: Clock
  readonly size: number
  /** The least that is waited while sending. */
  readonly timeoutMs: number
  /** Half of the patience is over; or bytes flow again. */
  onPhase(phase: 'stalled' | 'sending'): void
  onStalled(): void
}

/**
 * Three clocks: until the first byte, between bytes, and from the last byte to the store's answer. Slow lines get
 * more: three times what the rate seen so far would need.
 */
export function watchStall({
  clock,
  size,
  timeoutMs,
  onPhase,
  onStalled,
}: StallWatchOptions): StallWatch {
  let open = 0
  let sent = 0
  let movedAt = 0
  let lookedAt = 0
  let began = 0
  let isStalled = false
  let clear: (() => void) | null = null

  function patience(): number {
    if (sent === 0) return (timeoutMs * 2) / 3
    const rate = sent / Math.max(1, movedAt - began)
    return sent >= size
      ? Math.max(timeoutMs * 2, (3 * bufferedBytes) / rate)
      : Math.max(timeoutMs, (3 * Math.min(size - sent, bufferedBytes)) / rate)
  }

  function show(next: boolean): void {
    if (next === isStalled) return
    isStalled = next
    onPhase(next ? 'stalled' : 'sending')
  }

  function look(): void {
    const now = clock.monotonic()
    if (now - lookedAt > sleepMs) movedAt = now
    lookedAt = now
    const quiet = now - movedAt
    if (quiet >= patience()) {
      onStalled()
      return
    }
    show(quiet >= patience() / 2)
    clear = clock.setTimeout(look, lookEveryMs)
  }

  return {
    requestBegan() {
      open += 1
      if (open > 1) return
      movedAt = lookedAt = clock.monotonic()
      began ||= movedAt
      clear = clock.setTimeout(look, lookEveryMs)
    },
    requestEnded() {
      open -= 1
      if (open === 0) clear?.()
    },
    progress(sentBytes) {
      if (sentBytes <= sent) return
      sent = sentBytes
      movedAt = clock.monotonic()
      show(false)
    },
    stop: () => clear?.(),
  }
}
