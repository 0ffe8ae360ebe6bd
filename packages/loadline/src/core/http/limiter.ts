interface Line {
  running: number
  readonly waiting: Set<() => void>
}

/** Lets so many run at once under each key; the others wait their turn, first come first served. */
export class Limiter {
  limit: number
  readonly #lines = new Map<string, Line>()

  constructor(limit: number) {
    this.limit = limit
  }

  /** Resolves with a function that gives the place back. An abort leaves the line. */
  acquire(key: string, signal?: AbortSignal): Promise<() => void> {
    const line = this.#lines.get(key) ?? { running: 0, waiting: new Set() }
    this.#lines.set(key, line)
    if (line.running < this.limit) {
      line.running += 1
      return Promise.resolve(this.#place(key, line))
    }
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        signal?.removeEventListener('abort', giveUp)
        resolve(this.#place(key, line))
      }
      const giveUp = (): void => {
        line.waiting.delete(enter)
        reject(signal?.reason as Error)
      }
      line.waiting.add(enter)
      signal?.addEventListener('abort', giveUp, { once: true })
    })
  }

  #place(key: string, line: Line): () => void {
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      const [next] = line.waiting
      if (next !== undefined && line.running <= this.limit) {
        line.waiting.delete(next)
        next()
        return
      }
      line.running -= 1
      if (line.running === 0) this.#lines.delete(key)
    }
  }
}
