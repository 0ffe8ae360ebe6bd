import type { Clock } from '../contract/index.js'

/** A look at the clock this often: one timer, and no chain of timers to be throttled apart. */
const lookEveryMs = 1_000
/** Nobody slept through this but a machine or a frozen tab: the clocks begin anew. */
const sleepMs = 10_000
/** Bytes that may sit in the buffers of the browser and the system after the last progress event. */
const bufferedBytes = 10_000_000

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
export class StallWatch {
  readonly #options: StallWatchOptions
  #openRequests = 0
  #sent = 0
  #beganAt = 0
  #movedAt = 0
  #lookedAt = 0
  #isStalled = false
  #clear: (() => void) | null = null

  constructor(options: StallWatchOptions) {
    this.#options = options
  }

  /** A request got its place: only from now on the clocks run. */
  requestBegan(): void {
    this.#openRequests += 1
    if (this.#openRequests > 1) return
    this.#movedAt = this.#lookedAt = this.#options.clock.monotonic()
    this.#beganAt ||= this.#movedAt
    this.#lookLater()
  }

  requestEnded(): void {
    this.#openRequests -= 1
    if (this.#openRequests === 0) this.stop()
  }

  /** Bytes of the file on their way. */
  progress(sentBytes: number): void {
    if (sentBytes <= this.#sent) return
    this.#sent = sentBytes
    this.#movedAt = this.#options.clock.monotonic()
    this.#show(false)
  }

  stop(): void {
    this.#clear?.()
    this.#clear = null
  }

  #lookLater(): void {
    this.#clear = this.#options.clock.setTimeout(() => this.#look(), lookEveryMs)
  }

  #look(): void {
    const now = this.#options.clock.monotonic()
    if (now - this.#lookedAt > sleepMs) this.#movedAt = now
    this.#lookedAt = now
    const quiet = now - this.#movedAt
    if (quiet >= this.#patience()) {
      this.#options.onStalled()
      return
    }
    this.#show(quiet >= this.#patience() / 2)
    this.#lookLater()
  }

  #patience(): number {
    const { size, timeoutMs } = this.#options
    if (this.#sent === 0) return (timeoutMs * 2) / 3
    const rate = this.#sent / Math.max(1, this.#movedAt - this.#beganAt)
    return this.#sent >= size
      ? Math.max(timeoutMs * 2, (3 * Math.min(size, bufferedBytes)) / rate)
      : Math.max(timeoutMs, (3 * Math.min(size - this.#sent, bufferedBytes)) / rate)
  }

  #show(isStalled: boolean): void {
    if (isStalled === this.#isStalled) return
    this.#isStalled = isStalled
    this.#options.onPhase(isStalled ? 'stalled' : 'sending')
  }
}
