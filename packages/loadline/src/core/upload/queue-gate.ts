import type { QueueGate } from '../contract/index.js'

/** The facts for which the queue starts nothing. Several may hold at once; the first that applies is shown. */
export class Gate {
  isPaused = false
  isOffline = false
  needsSignIn = false
  isOverQuota = false
  /** Epoch ms; 0: no limit was met. */
  limitedUntil = 0
  #shown: QueueGate = { isPaused: false, blockedBy: null, until: null }

  isOpen(now: number): boolean {
    return !this.isPaused && this.#blockedBy(now) === null
  }

  /** The same object until something changes. */
  read(now: number): QueueGate {
    const { isPaused } = this
    const blockedBy = this.#blockedBy(now)
    const until = blockedBy === 'rate-limit' ? this.limitedUntil : null
    const { isPaused: was, blockedBy: by, until: till } = this.#shown
    if (isPaused !== was || blockedBy !== by || until !== till) {
      this.#shown = Object.freeze({ isPaused, blockedBy, until })
    }
    return this.#shown
  }

  #blockedBy(now: number): QueueGate['blockedBy'] {
    if (this.needsSignIn) return 'auth'
    if (this.isOffline) return 'offline'
    if (this.isOverQuota) return 'quota'
    return now < this.limitedUntil ? 'rate-limit' : null
  }
}
