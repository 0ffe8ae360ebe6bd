import { supports, toUploadError } from '../contract/index.js'
import type { Clock, FileAdapter, UploadRef } from '../contract/index.js'

const attempts = 6
const baseDelayMs = 1_000

export interface AbandonOutbox {
  /** Tells the backend that an upload was dropped. It goes on trying for about half a minute; the backend's sweeper is the last net. */
  send(ref: UploadRef, reason: 'cancelled' | 'error'): void
}

export function createAbandonOutbox(adapter: FileAdapter, clock: Clock): AbandonOutbox {
  async function deliver(
    ref: UploadRef,
    reason: 'cancelled' | 'error',
    attempt: number,
  ): Promise<void> {
    if (!supports(adapter, 'abandonUpload')) return
    try {
      const { signal } = new AbortController()
      await adapter.abandonUpload(ref, reason, { signal, clientId: ref.clientId, attempt })
    } catch (thrown) {
      if (!toUploadError(thrown).isRetryable || attempt === attempts) return
      clock.setTimeout(
        () => void deliver(ref, reason, attempt + 1),
        baseDelayMs * 2 ** (attempt - 1) * (0.5 + clock.random() / 2),
      )
    }
  }

  return { send: (ref, reason) => void deliver(ref, reason, 1) }
}
