/** For a browser that does not tell when it has nothing to do. */
const soonMs = 200

/**
 * Waits until the page has nothing else to do.
 * @param latestMs a page may never have nothing to do; 0: at once
 * @returns takes it back
 */
export function whenIdle(begin: () => void, latestMs: number): () => void {
  if (latestMs === 0) {
    begin()
    return () => undefined
  }
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(begin, Math.min(soonMs, latestMs))
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(begin, { timeout: latestMs })
  return () => cancelIdleCallback(handle)
}
