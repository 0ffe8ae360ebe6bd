import { parseStoredFile, supports, toUploadError, UploadError } from '../contract/index.js'
import type {
  Clock,
  FileAdapter,
  RetryPolicy,
  StoredFile,
  StoredUpload,
  TicketKind,
  UploadQueueOptions,
  UploadTask,
} from '../contract/index.js'
import { Limiter } from '../http/limiter.js'
import { createDuplicateIndex } from '../intake/duplicate-index.js'
import { builtInTransports } from '../transports/built-in-transports.js'
import { AbandonOutbox } from './abandon-outbox.js'
import { CallBatcher } from './call-batcher.js'
import { systemClock } from './clock.js'
import { FileFollower, type FollowedAnswer } from './file-follower.js'
import { judgeFailure } from './judge-failure.js'
import { Lanes } from './lanes.js'
import { checksumOf, prepareFile } from './prepare-upload.js'
import { forgetGeneration, isAlive, isFatal, type PrivateUpload } from './private-upload.js'
import { Gate } from './queue-gate.js'
import { planRetry } from './retry-policy.js'
import { runUpload, type UploadPorts } from './run-upload.js'
import { createSettleWaiters } from './settle-waiters.js'
import { TaskStore } from './task-store.js'
import { TicketDesk } from './ticket-desk.js'
import { lookAheadDepth } from './ticket-life.js'
import { Trace } from './trace.js'
import { transition } from './transition.js'
import { isSettled, type ResumeTo, type UploadEvent } from './upload-event.js'
import { uuid } from '../uuid.js'

export type QueueOptions = UploadQueueOptions & { readonly adapter: FileAdapter }

/** More stored files than this that wait for their finalise stop new starts. */
const mostUnconfirmed = 200
const lateAfterMs = 120_000
const mib = 1_048_576
const never = new AbortController().signal

/** What moves the tasks: slots, gates, attempts and their failures. */
export class UploadEngine {
  readonly adapter: FileAdapter
  readonly clock: Clock
  readonly store: TaskStore
  readonly gate = new Gate()
  readonly trace: Trace
  readonly uploads = new Map<string, PrivateUpload>()
  readonly duplicates = createDuplicateIndex()
  readonly waiters = createSettleWaiters((id) => this.store.get(id))
  readonly limiter: Limiter
  readonly lanes: Lanes
  readonly #kinds: readonly TicketKind[]
  readonly multipartThreshold: number
  readonly withChecksum: boolean
  concurrency: number
  retryPolicy: RetryPolicy
  isRunning = false
  readonly #outbox: AbandonOutbox
  readonly #desk: TicketDesk
  readonly #follower: FileFollower
  readonly #finalizes: CallBatcher<StoredUpload, StoredFile>
  readonly #preparing = new Limiter(2)
  readonly #ports: UploadPorts
  #isPumping = false
  #meanTimePerFileMs = 1_000

  constructor(options: QueueOptions) {
    const { adapter, clock = systemClock } = options
    const { features } = adapter
    this.adapter = adapter
    this.clock = clock
    this.concurrency = options.concurrency ?? 4
    this.retryPolicy = options.retry ?? {}
    this.multipartThreshold = options.multipartThreshold ?? 32 * mib
    const canCheck = features.uploadFields.includes('checksum')
    this.withChecksum = canCheck && options.checksum !== 'none'
    this.trace = new Trace(clock)
    this.limiter = new Limiter(options.maxRequestsPerOrigin ?? 6)
    this.store = new TaskStore(clock, () => this.gate.read(clock.now()))
    this.lanes = new Lanes((task) => task.size >= this.multipartThreshold)
    this.#outbox = new AbandonOutbox(adapter, clock)
    this.#follower = new FileFollower(adapter, clock)
    const transports = [...builtInTransports(adapter), ...(options.transports ?? [])]
    const byKind = new Map(transports.map((transport) => [transport.kind, transport]))
    this.#kinds = features.ticketKinds.filter((kind) => byKind.has(kind))
    this.#desk = new TicketDesk({
      adapter,
      clock,
      isWanted: (id, clientId) => isAlive(this.store.get(id), clientId),
      abandon: (ref) => this.#outbox.send(ref, 'cancelled'),
    })
    this.#finalizes = new CallBatcher(clock, {
      one: (stored) => finalizeOne(adapter, stored),
      many: supports(adapter, 'finalizeUploads')
        ? (uploads) => adapter.finalizeUploads(uploads, { signal: never })
        : null,
      maxItems: Math.min(50, features.maxFilesPerBatch),
      maxWaitMs: 100,
      isIdle: () => this.#runningIds().length === 0,
    })
    this.#ports = {
      adapter,
      clock,
      desk: this.#desk,
      transports: byKind,
      limiter: this.limiter,
      stallTimeoutMs: options.stallTimeoutMs ?? 30_000,
      allowedStoreOrigins: options.allowedStoreOrigins,
      task: (id) => this.store.get(id),
      dispatch: (id, answer) => this.dispatch(id, answer),
      progress: (id, epoch, sentBytes) => this.store.progress(id, epoch, sentBytes),
      prepare: (id, epoch) => this.#prepare(id, epoch),
      failed: (id, epoch, step, error) => this.#failed(id, epoch, step, error),
    }
  }

  /** The only way a task changes. `false`: the event did not apply. */
  dispatch(id: string, event: UploadEvent): boolean {
    const before = this.store.get(id)
    if (before === undefined) return false
    const after = transition(before, event, this.adapter.features)
    if (after === before) return false
    this.store.replace(after)
    this.trace.changed(event, after, before)
    this.#trackDuplicate(before, after)
    this.#letGo(before, after)
    this.#takeUp(before, after)
    this.waiters.changed(before, after)
    this.pump()
    return true
  }

  /** What the adapter gives and a transport sends, for a file of this size: parts for the large ones alone. */
  kindsFor(size: number): readonly TicketKind[] {
    const isLarge = size >= this.multipartThreshold
    const rank = (kind: TicketKind): number => (kind === 'multipart' && isLarge ? 0 : 1)
    const kinds = isLarge ? this.#kinds : this.#kinds.filter((kind) => kind !== 'multipart')
    return (kinds.length === 0 ? this.#kinds : kinds).toSorted((a, b) => rank(a) - rank(b))
  }

  /** A new task may start, unless a validator or a hold keeps it. */
  enqueue(task: UploadTask, atHead = false): void {
    const isKept = this.uploads.get(task.id)?.isValidating ?? true
    if (task.status !== 'queued' || task.isHeld || isKept) return
    if (atHead) this.lanes.jump([task])
    else this.lanes.push(task)
  }

  /** Off the queue: what it has under way is dropped, and the backend is told. */
  remove(id: string): void {
    const task = this.store.get(id)
    if (task === undefined) return
    this.#letGo(task, transition(task, { type: 'cancel-requested' }, this.adapter.features))
    this.#trackDuplicate(task, null)
    this.lanes.delete(task)
    const upload = this.uploads.get(id)
    upload?.clearTimer?.()
    upload?.unfollow?.()
    this.store.delete(id)
    this.uploads.delete(id)
    this.waiters.changed(task, null)
  }

  /** Fills the free slots, then looks ahead. */
  pump(): void {
    if (!this.isRunning || this.#isPumping) return
    this.#isPumping = true
    while (this.#canStart()) {
      const running = this.#runningIds()
      const large = running.filter((id) => this.#isLarge(id)).length
      const next = this.lanes.next(large, this.concurrency)
      if (
        next === null ||
        !this.dispatch(next, { type: 'slot-granted', phase: this.#phase(next) })
      ) {
        break
      }
      this.#start(next)
    }
    this.#isPumping = false
    this.#lookAhead()
    this.#finalizes.poke()
  }

  start(): void {
    this.isRunning = true
    const { byStatus } = this.store.bucket()
    for (const id of [...byStatus.waiting, ...byStatus.processing]) {
      const task = this.store.get(id)
      if (task !== undefined) this.#arm(task)
    }
    this.pump()
  }

  stop(): void {
    this.isRunning = false
    for (const id of this.#runningIds()) {
      this.dispatch(id, { type: 'interrupted', clientId: uuid() })
    }
    for (const upload of this.uploads.values()) {
      upload.clearTimer?.()
      upload.unfollow?.()
    }
    this.#follower.stop()
    this.store.stop()
  }

  /** The gate has changed: who looks is told, and what may start does. */
  gateChanged(): void {
    this.store.touch()
    this.pump()
  }

  wentOffline(): void {
    this.gate.isOffline = true
    for (const id of this.#runningIds()) {
      this.dispatch(id, { type: 'wait-began', reason: 'offline' })
    }
    this.gateChanged()
  }

  cameOnline(): void {
    this.gate.isOffline = false
    this.#endWaits('offline')
  }

  authenticated(): void {
    this.gate.needsSignIn = false
    this.#endWaits('auth')
  }

  #endWaits(reason: 'offline' | 'auth'): void {
    const at = this.clock.now()
    for (const id of this.store.ids({ statuses: ['waiting'] })) {
      this.dispatch(id, { type: 'wait-ended', reason, at })
    }
    this.gateChanged()
  }

  #canStart(): boolean {
    return (
      this.gate.isOpen(this.clock.now()) &&
      this.#runningIds().length < this.concurrency &&
      this.store.bucket().byStatus.finalizing.size <= mostUnconfirmed
    )
  }

  #runningIds(): readonly string[] {
    const { signing, uploading } = this.store.bucket().byStatus
    return [...signing, ...uploading]
  }

  #isLarge(id: string): boolean {
    return (this.store.get(id)?.size ?? 0) >= this.multipartThreshold
  }

  #phase(id: string): 'preparing' | 'hashing' | 'requesting' {
    const task = this.store.get(id)
    if (this.uploads.get(id)?.isPrepared === false) return 'preparing'
    return task !== undefined && this.#needsChecksum(task) ? 'hashing' : 'requesting'
  }

  #needsChecksum({ size, request }: UploadTask): boolean {
    return this.withChecksum && request.checksum === null && size < this.multipartThreshold
  }

  #start(id: string): void {
    const upload = this.uploads.get(id)
    if (upload !== undefined) void runUpload(id, upload, this.#ports)
  }

  async #prepare(id: string, epoch: number): Promise<boolean> {
    const upload = this.uploads.get(id)
    let task = this.store.get(id)
    if (upload === undefined || task?.epoch !== epoch) return false
    if (!upload.isPrepared) {
      const leave = await this.#preparing.acquire('')
      const made = await prepareFile(task, upload).finally(leave)
      if (this.store.get(id)?.epoch !== epoch) return false
      if (made === null) {
        this.trace.emit('file-rejected', id, { code: 'custom' })
        this.remove(id)
        this.pump()
        return false
      }
      const { file, name, contentType } = made
      upload.file = file
      upload.isPrepared = true
      const { checksum } = task.request
      this.dispatch(id, {
        type: 'file-prepared',
        epoch,
        name,
        size: file.size,
        contentType,
        checksum,
      })
      task = this.store.get(id)
    }
    if (task?.epoch !== epoch || !this.#needsChecksum(task)) return task?.epoch === epoch
    this.dispatch(id, { type: 'phase-began', epoch, phase: 'hashing' })
    const checksum = await checksumOf(upload.file)
    const { name, size, contentType } = task
    this.dispatch(id, { type: 'file-prepared', epoch, name, size, contentType, checksum })
    this.dispatch(id, { type: 'phase-began', epoch, phase: 'requesting' })
    return this.store.get(id)?.epoch === epoch
  }

  /** Ends what the former attempt had under way, and tells the backend where that was dropped for good. */
  #letGo(before: UploadTask, after: UploadTask): void {
    const upload = this.uploads.get(after.id)
    if (upload === undefined || before.epoch === after.epoch) return
    upload.attempt.abort()
    upload.attempt = new AbortController()
    const isDead = after.status === 'failed' && isFatal(after.error)
    const isDropped = after.status === 'cancelled' || before.clientId !== after.clientId
    if (!isDead && !isDropped) return
    // A finalise in flight is awaited: it abandons by itself when it finds the task gone.
    const isAwaited = before.status === 'finalizing' && isDropped
    if (upload.ref !== null && !isAwaited) {
      this.#outbox.send(upload.ref, isDead ? 'error' : 'cancelled')
    }
    forgetGeneration(upload)
  }

  /** Begins what the new state calls for. */
  #takeUp(before: UploadTask, after: UploadTask): void {
    const upload = this.uploads.get(after.id)
    if (upload === undefined) return
    if (before.status === 'queued') this.lanes.delete(before)
    if (after.status === 'queued') {
      this.enqueue(after, before.status === 'paused' || before.status === 'waiting')
    }
    if (before.status === after.status && before.epoch === after.epoch) return
    upload.clearTimer?.()
    upload.unfollow?.()
    upload.clearTimer = upload.unfollow = null
    if (after.status === 'finalizing') void this.#finalize(after, upload)
    if (after.status === 'signing') upload.startedAt = this.clock.monotonic()
    if (after.status === 'finalizing' && before.status === 'uploading') this.#measure(upload)
    this.#arm(after)
  }

  /** The timers of a state: they are lost when the queue stops, and set again when it starts. */
  #arm(task: UploadTask): void {
    const upload = this.uploads.get(task.id)
    if (upload === undefined || !this.isRunning) return
    if (task.status === 'waiting' && task.reason === 'backoff' && task.retryAt !== null) {
      const { id, retryAt } = task
      upload.clearTimer = this.clock.setTimeout(
        () => this.dispatch(id, { type: 'wait-ended', reason: 'backoff', at: retryAt }),
        Math.max(0, retryAt - this.clock.now()),
      )
    }
    if (task.status === 'processing') {
      const { id, epoch, file, since } = task
      upload.unfollow = this.#follower.follow(file.id, (answer) =>
        this.#followed(id, epoch, answer),
      )
      upload.clearTimer = this.clock.setTimeout(
        () => this.dispatch(id, { type: 'processing-late', epoch }),
        Math.max(0, since + lateAfterMs - this.clock.now()),
      )
    }
  }

  #followed(id: string, epoch: number, answer: FollowedAnswer): void {
    if ('file' in answer) {
      this.dispatch(id, { type: 'processing-answered', epoch, file: answer.file })
    } else if (answer.error.code === 'not-found') {
      this.dispatch(id, { type: 'step-failed', epoch, error: answer.error, step: 'process' })
    }
  }

  async #finalize(task: UploadTask, { stored }: PrivateUpload): Promise<void> {
    if (stored === null) return
    const { id, epoch, clientId } = task
    try {
      const file = parseStoredFile(await this.#finalizes.call(stored))
      if (file.status === 'upload_pending') {
        throw new UploadError('server', { message: 'The backend still waits for the bytes.' })
      }
      const now = this.store.get(id)
      if (!isAlive(now, clientId)) this.#outbox.send(stored.ref, 'cancelled')
      else {
        const at = this.clock.now()
        this.dispatch(id, { type: 'finalize-answered', epoch: now?.epoch ?? epoch, file, at })
      }
    } catch (thrown) {
      if (!isAlive(this.store.get(id), clientId)) this.#outbox.send(stored.ref, 'cancelled')
      else this.#failed(id, epoch, 'finalize', toUploadError(thrown))
    }
  }

  #failed(id: string, epoch: number, step: ResumeTo, error: UploadError): void {
    const task = this.store.get(id)
    const upload = this.uploads.get(id)
    if (task?.epoch !== epoch || upload === undefined) return
    const { attemptsPerPart = 6, attemptsPerFinalize = 8 } = this.retryPolicy
    const most = step === 'finalize' ? attemptsPerFinalize : attemptsPerPart
    const verdict = judgeFailure({
      error,
      step,
      isMultipart: upload.ref?.kind === 'multipart',
      isOnline: !this.gate.isOffline,
      attemptsLeft: most - upload.failures[step] - 1,
      hasRestarted: upload.hasRestarted,
      features: this.adapter.features,
    })
    this.#closeGate(error)
    switch (verdict.act) {
      case 'wait':
        this.dispatch(id, { type: 'wait-began', reason: verdict.reason })
        break
      case 'retry':
        this.#planRetry(task, upload, step, error)
        break
      case 'restart':
        upload.hasRestarted = true
        this.dispatch(id, { type: 'upload-lost', epoch, clientId: uuid() })
        this.#start(id)
        break
      case 'resend':
        upload.hasRestarted = true
        upload.parts.clear()
        this.dispatch(id, { type: 'bytes-missing', epoch })
        break
      case 'look-up':
        void this.#lookUp(task, upload)
        break
      case 'fail':
        this.dispatch(id, { type: 'step-failed', epoch, error: verdict.error, step })
        break
    }
  }

  #planRetry(task: UploadTask, upload: PrivateUpload, step: ResumeTo, error: UploadError): void {
    const { id, epoch } = task
    upload.failures[step] += 1
    const retryAt = planRetry(this.retryPolicy, upload.failures[step], error.retryAt, this.clock)
    if (retryAt === null) this.dispatch(id, { type: 'step-failed', epoch, error, step })
    else this.dispatch(id, { type: 'retry-planned', epoch, retryAt })
  }

  /** What a failure says of all uploads, not of its own alone. */
  #closeGate({ code, retryAt }: UploadError): void {
    if (code === 'unauthenticated' && !this.gate.needsSignIn) {
      this.gate.needsSignIn = true
      this.onSignInNeeded()
    }
    if (code === 'quota') this.gate.isOverQuota = true
    if (code === 'rate-limited') {
      const until = retryAt ?? this.clock.now() + 1_000
      this.gate.limitedUntil = Math.max(this.gate.limitedUntil, until)
      this.clock.setTimeout(() => this.gateChanged(), Math.max(0, until - this.clock.now()))
    }
    this.store.touch()
  }

  /** Set by the queue. */
  onSignInNeeded: () => void = () => undefined

  /** A finalise that was not answered, and must not be repeated blindly. */
  async #lookUp(task: UploadTask, upload: PrivateUpload): Promise<void> {
    const { id, epoch, clientId } = task
    const { ref } = upload
    const unconfirmed = new UploadError('unconfirmed', {
      message: 'The backend did not say whether it has the file.',
    })
    const giveUp = (): void => {
      this.dispatch(id, { type: 'step-failed', epoch, error: unconfirmed, step: 'finalize' })
    }
    if (ref === null || !supports(this.adapter, 'lookupUpload')) return giveUp()
    try {
      const { state, file } = await this.adapter.lookupUpload(ref, { signal: never, clientId })
      if (state === 'finalized' && file !== null) {
        const at = this.clock.now()
        this.dispatch(id, { type: 'finalize-answered', epoch, file: parseStoredFile(file), at })
      } else if (state === 'stored') this.#planRetry(task, upload, 'finalize', unconfirmed)
      else if (state === 'pending') this.dispatch(id, { type: 'bytes-missing', epoch })
      else if (state === 'gone') {
        upload.hasRestarted = true
        this.dispatch(id, { type: 'upload-lost', epoch, clientId: uuid() })
      } else giveUp()
    } catch {
      giveUp()
    }
  }

  /** Tickets for the next in line, as many as will be used while they are fresh. */
  #lookAhead(): void {
    const lifeMs = this.#desk.expectedLifeMs
    if (!this.adapter.features.lookAhead || lifeMs === null) return
    if (!this.gate.isOpen(this.clock.now())) return
    const depth = lookAheadDepth(lifeMs, this.#meanTimePerFileMs)
    let seen = 0
    for (const id of this.lanes.upcoming()) {
      if (seen++ >= depth) return
      const task = this.store.get(id)
      const upload = this.uploads.get(id)
      if (task === undefined || upload === undefined) continue
      if (!upload.isPrepared || upload.ticket !== null || this.#needsChecksum(task)) continue
      // What fails here fails again, and is told, when the upload has its slot.
      void this.#desk.ticketFor(task, upload).catch(() => undefined)
    }
  }

  #measure({ startedAt }: PrivateUpload): void {
    const share = (this.clock.monotonic() - startedAt) / this.concurrency
    this.#meanTimePerFileMs += 0.2 * (share - this.#meanTimePerFileMs)
  }

  #trackDuplicate(before: UploadTask, after: UploadTask | null): void {
    const upload = this.uploads.get(before.id)
    const isOver = after === null || isSettled(after.status)
    if (upload === undefined || isSettled(before.status) === isOver) return
    this.duplicates[isOver ? 'delete' : 'add'](before.scope, upload.duplicateKey)
  }
}

async function finalizeOne(adapter: FileAdapter, stored: StoredUpload): Promise<StoredFile> {
  if (!supports(adapter, 'finalizeUpload')) throw new UploadError('unsupported')
  return adapter.finalizeUpload(stored, { signal: never, clientId: stored.ref.clientId })
}
