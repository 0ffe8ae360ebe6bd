/** As many as Chromium and Firefox open to one origin over HTTP/1.1. */
const connections = 6

/**
 * Takes all connections of the browser to a store, by downloads that nobody reads: whatever is sent
 * there waits. Answers what gives them back.
 * @param url of an object that is larger than all buffers on its way
 */
export function occupyConnections(url: string): () => void {
  const controller = new AbortController()
  for (let i = 0; i < connections; i += 1) {
    // Past the cache, in which downloads of one address wait for each other.
    fetch(url, { signal: controller.signal, cache: 'no-store' }).catch(() => undefined)
  }
  return () => controller.abort()
}
