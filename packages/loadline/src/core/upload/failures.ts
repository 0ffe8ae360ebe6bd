import { parseStoredFile, supports, UploadError } from '../contract/index.js'
import type { UploadTask } from '../contract/index.js'
import { explainSilence } from '../transports/explain-silence.js'
import { uuid } from '../uuid.js'
import type { EngineState } from './engine-state.js'
import { judgeFailure } from './judge-failure.js'
import { neverAborted } from './never-aborted.js'
import type { PrivateUpload } from './private-upload.js'
import { planRetry } from './retry-policy.js'
import type { ResumeTo } from './upload-event.js'

/** What follows from a step that failed: for the task, and for the whole queue. */
export class Failures {
  readonly #engine: EngineState

  constructor(engine: EngineState) {
    this.#engine = engine
  }

  handle(id: string, epoch: number, step: ResumeTo, error: UploadError): void {
    const { store, uploads, adapter, gate, retryPolicy, dispatch } = this.#engine
    const task = store.get(id)
    const upload = uploads.get(id)
    if (task?.epoch !== epoch || upload === undefined) return
    const { attemptsPerPart = 6, attemptsPerFinalize = 8 } = retryPolicy
    const most = step === 'finalize' ? attemptsPerFinalize : attemptsPerPart
    const verdict = judgeFailure({
      error,
      step,
      isMultipart: upload.ref?.kind === 'multipart',
      isOnline: !gate.isOffline,
      attemptsLeft: most - upload.failures[step] - 1,
      hasRestarted: upload.hasRestarted,
      mayBeStored: upload.isSentWhole,
      features: adapter.features,
    })
    this.#closeGate(error)
    if (step === 'store') this.#dropTicket(upload)
    switch (verdict.act) {
      case 'wait':
        dispatch(id, { type: 'wait-began', reason: verdict.reason })
        break
      case 'retry':
        this.#planRetry(task, upload, step, error)
        break
      case 'restart':
        upload.hasRestarted = true
        dispatch(id, { type: 'upload-lost', epoch, clientId: uuid() })
        this.#engine.start(id)
        break
      case 'resend':
        upload.hasRestarted = true
        upload.parts = []
        dispatch(id, { type: 'bytes-missing', epoch })
        break
      case 'look-up':
        void this.#lookUp(task, upload)
        break
      case 'fail':
        void this.#fail(task, upload, step, verdict.error)
        break
    }
  }

  async #fail(
    task: UploadTask,
    { ref }: PrivateUpload,
    step: ResumeTo,
    error: UploadError,
  ): Promise<void> {
    const { id, epoch } = task
    const mayBeRefused = step === 'store' && task.confirmedBytes === 0
    const method = ref?.kind === 'form' ? 'POST' : 'PUT'
    const explained = mayBeRefused ? await explainSilence(error, method) : error
    this.#engine.dispatch(id, { type: 'step-failed', epoch, error: explained, step })
  }

  /** A refusal can look like a dead network, so every further attempt has a signature of its own. */
  #dropTicket(upload: PrivateUpload): void {
    const { adapter } = this.#engine
    const canRenew = supports(adapter, 'renewTicket') || adapter.features.createIsIdempotent
    if (canRenew) upload.ticket = null
  }

  #planRetry(task: UploadTask, upload: PrivateUpload, step: ResumeTo, error: UploadError): void {
    const { retryPolicy, clock, dispatch } = this.#engine
    const { id, epoch } = task
    upload.failures[step] += 1
    const retryAt = planRetry(retryPolicy, upload.failures[step], error.retryAt, clock)
    if (retryAt === null) dispatch(id, { type: 'step-failed', epoch, error, step })
    else dispatch(id, { type: 'retry-planned', epoch, retryAt })
  }

  /** What a failure says of all uploads, not of its own alone. */
  #closeGate({ code, retryAt }: UploadError): void {
    const { gate, clock } = this.#engine
    if (code === 'unauthenticated' && !gate.needsSignIn) {
      gate.needsSignIn = true
      this.#engine.askToSignIn()
    } else if (code === 'quota') gate.isOverQuota = true
    else if (code === 'rate-limited') {
      const now = clock.now()
      gate.limitedUntil = Math.max(gate.limitedUntil, retryAt ?? now + 1_000)
      clock.setTimeout(() => this.#engine.gateChanged(), gate.limitedUntil - now)
    } else return
    this.#engine.store.touch()
  }

  /** A finalise that was not answered, and must not be repeated blindly: the backend says how far it is. */
  async #lookUp(task: UploadTask, upload: PrivateUpload): Promise<void> {
    const { clock, dispatch } = this.#engine
    const { id, epoch, clientId } = task
    const error = new UploadError('unconfirmed', {
      message: 'The backend did not say whether it has the file.',
    })
    const lookup = await this.#ask(upload, clientId)
    switch (lookup?.state) {
      case 'finalized':
        if (lookup.file !== null) {
          const at = clock.now()
          dispatch(id, { type: 'finalize-answered', epoch, file: lookup.file, at })
          return
        }
        break
      case 'stored':
        this.#planRetry(task, upload, 'finalize', error)
        return
      case 'pending':
        dispatch(id, { type: 'bytes-missing', epoch })
        return
      case 'gone':
        upload.hasRestarted = true
        dispatch(id, { type: 'upload-lost', epoch, clientId: uuid() })
        return
      case 'unknown':
      case undefined:
    }
    dispatch(id, { type: 'step-failed', epoch, error, step: 'finalize' })
  }

  async #ask({ ref }: PrivateUpload, clientId: string) {
    const { adapter } = this.#engine
    if (ref === null || !supports(adapter, 'lookupUpload')) return undefined
    try {
      const { state, file } = await adapter.lookupUpload(ref, { signal: neverAborted(), clientId })
      return { state, file: file === null ? null : parseStoredFile(file) }
    } catch {
      return undefined
    }
  }
}
