import { parseStoredFile, supports, toUploadError, UploadError } from '../contract/index.js'
import type { FileAdapter, StoredFile, StoredUpload, UploadTask } from '../contract/index.js'
import { CallBatcher } from './call-batcher.js'
import type { EngineState } from './engine-state.js'
import type { Failures } from './failures.js'
import { neverAborted } from './never-aborted.js'
import { isAlive } from './private-upload.js'

/** The last step, in batches beside the slots. */
export class Finalizer {
  readonly #engine: EngineState
  readonly #failures: Failures
  readonly #calls: CallBatcher<StoredUpload, StoredFile>

  constructor(engine: EngineState, failures: Failures, isIdle: () => boolean) {
    const { adapter, clock } = engine
    this.#engine = engine
    this.#failures = failures
    this.#calls = new CallBatcher(clock, {
      one: (stored) => finalizeOne(adapter, stored),
      many: supports(adapter, 'finalizeUploads')
        ? (uploads) => adapter.finalizeUploads(uploads, { signal: neverAborted() })
        : null,
      maxItems: Math.min(50, adapter.features.maxFilesPerBatch),
      maxWaitMs: 100,
      isIdle,
    })
  }

  /** A batch need not wait for more when nothing else can come. */
  poke(): void {
    this.#calls.poke()
  }

  /** It never rejects; what it finds is an event of the task. */
  async finalize({ id, epoch, clientId }: UploadTask, stored: StoredUpload): Promise<void> {
    const { store, clock, outbox, dispatch } = this.#engine
    const isWanted = (): boolean => isAlive(store.get(id), clientId)
    try {
      const file = parseStoredFile(await this.#calls.call(stored))
      if (file.status === 'upload_pending') {
        throw new UploadError('server', { message: 'The backend still waits for the bytes.' })
      }
      // A task that waits or failed meanwhile takes the answer too; one that was dropped gives the file up.
      const now = store.get(id)?.epoch ?? epoch
      const at = clock.now()
      if (isWanted()) dispatch(id, { type: 'finalize-answered', epoch: now, file, at })
      else outbox.send(stored.ref, 'cancelled')
    } catch (thrown) {
      if (isWanted()) this.#failures.handle(id, epoch, 'finalize', toUploadError(thrown))
      else outbox.send(stored.ref, 'cancelled')
    }
  }
}

async function finalizeOne(adapter: FileAdapter, stored: StoredUpload): Promise<StoredFile> {
  if (!supports(adapter, 'finalizeUpload')) throw new UploadError('unsupported')
  return adapter.finalizeUpload(stored, { signal: neverAborted(), clientId: stored.ref.clientId })
}
