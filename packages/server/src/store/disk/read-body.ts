import { StoreRefusal } from './store-refusal.js'

/** A sender slower than this is ended: it holds a connection and a file. */
export interface PaceLimit {
  readonly windowMs: number
  readonly minBytes: number
}

export interface ReadOptions {
  readonly pace: PaceLimit
  /** Bytes after which the sender owes nothing. */
  readonly length: number
}

/** Hands on a body chunk by chunk. Afterwards the body is unlocked, so that what is left can be drained. */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  { pace, length }: ReadOptions,
  handle: (chunk: Uint8Array) => Promise<void>,
): Promise<void> {
  if (body === null) return
  const reader = body.getReader()
  let received = 0
  let seenBefore = 0
  let isHandling = false
  let isTooSlow = false
  const watch = setInterval(() => {
    const isSlow = received - seenBefore < pace.minBytes && received < length
    // A slow disk is no slow sender: what it held up counts for nothing, and the next window is free.
    isTooSlow = isSlow && !isHandling
    seenBefore = isHandling ? -Infinity : received
    // It ends the pending read.
    if (isTooSlow) void reader.cancel().catch(() => undefined)
  }, pace.windowMs)
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(rethrowLostSender)
      if (done) break
      received += value.byteLength
      isHandling = true
      await handle(value)
      isHandling = false
    }
  } finally {
    clearInterval(watch)
    reader.releaseLock()
  }
  if (isTooSlow) throw new StoreRefusal('RequestTimeout', 'The body came too slowly.')
}

function rethrowLostSender(): never {
  throw new StoreRefusal('IncompleteBody', 'The connection was lost.')
}
