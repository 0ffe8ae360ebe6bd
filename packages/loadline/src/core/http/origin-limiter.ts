/** Lets so many requests to one origin run at once; the others wait their turn, first come first served. */
export interface OriginLimiter {
  /** Resolves with a function that gives the place back. An abort leaves the line. */
  acquire(url: string, signal: AbortSignal): Promise<() => void>
}

/** HTTP/1.1 browsers open six connections to a host: more would wait in the browser, where no clock of ours sees it. */
export function createOriginLimiter(limit: number): OriginLimiter {
  const running = new Map<string, number>()
  const lines = new Map<string, Set<() => void>>()

  function leave(origin: string): void {
    const line = lines.get(origin)
    const [next] = line ?? []
    if (line !== undefined && next !== undefined) {
      line.delete(next)
      next()
      return
    }
    const left = (running.get(origin) ?? 1) - 1
    if (left > 0) running.set(origin, left)
    else running.delete(origin)
  }

  function once(origin: string): () => void {
    let isHeld = true
    return () => {
      if (isHeld) leave(origin)
      isHeld = false
    }
  }

  return {
    acquire(url, signal) {
      const { origin } = new URL(url)
      const count = running.get(origin) ?? 0
      if (count < limit) {
        running.set(origin, count + 1)
        return Promise.resolve(once(origin))
      }
      return new Promise((resolve, reject) => {
        const line = lines.get(origin) ?? new Set()
        lines.set(origin, line)
        const enter = (): void => {
          signal.removeEventListener('abort', giveUp)
          resolve(once(origin))
        }
        const giveUp = (): void => {
          line.delete(enter)
          reject(signal.reason as Error)
        }
        line.add(enter)
        signal.addEventListener('abort', giveUp, { once: true })
      })
    },
  }
}
