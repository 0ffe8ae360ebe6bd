import { supports, toUploadError } from '../contract/index.js'
import type { Clock, FileAdapter, UploadRef } from '../contract/index.js'
import { CallBatcher } from './call-batcher.js'

const attempts = 6
const baseDelayMs = 1_000

type Reason = 'cancelled' | 'error'

/** Tells the backend of uploads that were dropped. It goes on trying for about a minute; the backend's sweeper is the last net. */
export class AbandonOutbox {
  readonly #clock: Clock
  readonly #calls: Readonly<Record<Reason, CallBatcher<UploadRef, void>>> | null

  constructor(adapter: FileAdapter, clock: Clock) {
    this.#clock = clock
    const callsFor = (reason: Reason): CallBatcher<UploadRef, void> =>
      new CallBatcher(clock, {
        one: async (ref) => adapter.abandonUpload?.(ref, reason, context(ref)),
        many: supports(adapter, 'abandonUploads')
          ? (refs) => adapter.abandonUploads(refs, reason, context())
          : null,
        maxItems: adapter.features.maxFilesPerBatch,
        maxWaitMs: 0,
        isIdle: () => true,
      })
    const canAbandon = supports(adapter, 'abandonUpload')
    this.#calls = canAbandon ? { cancelled: callsFor('cancelled'), error: callsFor('error') } : null
  }

  send(ref: UploadRef, reason: Reason): void {
    void this.#deliver(ref, reason, 1)
  }

  async #deliver(ref: UploadRef, reason: Reason, attempt: number): Promise<void> {
    try {
      await this.#calls?.[reason].call(ref)
    } catch (thrown) {
      if (!toUploadError(thrown).isRetryable || attempt === attempts) return
      const delay = baseDelayMs * 2 ** (attempt - 1) * (0.5 + this.#clock.random() / 2)
      this.#clock.setTimeout(() => void this.#deliver(ref, reason, attempt + 1), delay)
    }
  }
}

function context(ref?: UploadRef) {
  const { signal } = new AbortController()
  return ref === undefined ? { signal } : { signal, clientId: ref.clientId }
}
