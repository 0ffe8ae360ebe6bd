/**
 * Tells, once a request has failed, whether it was sent, and not its preflight alone. For Firefox: it tells of sent
 * bytes every 50 ms only, so that an answer may come before its first word; but its timing of a request that the
 * preflight refused has no duration. Other browsers tell of the bytes before they fail, and give every request a
 * duration.
 * @see https://www.w3.org/TR/resource-timing/
 */
export function watchTiming(url: string): () => boolean {
  if (!('mozInnerScreenX' in globalThis)) return () => false
  const { href } = new URL(url)
  let wasSent = false
  const read = (entries: readonly PerformanceEntry[]): void => {
    wasSent ||= entries.some(({ name, duration }) => name === href && duration > 0)
  }
  // Not the list that the page keeps: that ends at 250 entries.
  const observer = new PerformanceObserver((list) => read(list.getEntries()))
  observer.observe({ type: 'resource' })
  return () => {
    read(observer.takeRecords())
    observer.disconnect()
    return wasSent
  }
}
