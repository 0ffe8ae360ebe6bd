const mebibyte = 1024 * 1024
/** Above a part of 16 MiB, the usual size. */
const mostBytes = 32 * mebibyte

/**
 * Reads what a refused sender is still sending, up to 32 MiB; of a body that says it is longer 1 MiB. A browser that is
 * still writing when the connection closes never shows the answer (Firefox: status 0).
 * @returns Whether the body came to its end.
 */
export async function drainBody(request: Request): Promise<boolean> {
  const length = Number(request.headers.get('content-length') ?? 0)
  const limitBytes = length > mostBytes ? mebibyte : mostBytes
  if (request.body === null) return true
  if (request.body.locked) return false
  const reader = request.body.getReader()
  let drained = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return true
      drained += value.byteLength
      if (drained > limitBytes) return false
    }
  } catch {
    // The sender is gone: nobody reads the answer.
    return false
  } finally {
    reader.releaseLock()
  }
}
