import type {
  Clock,
  FileAdapter,
  RetryPolicy,
  TicketKind,
  UploadQueueOptions,
  UploadTask,
} from '../contract/index.js'
import { Limiter } from '../http/limiter.js'
import { DuplicateIndex } from '../intake/duplicate-index.js'
import { builtInTransports, silentKinds } from '../transports/built-in-transports.js'
import { rankKinds } from '../transports/rank-kinds.js'
import { uuid } from '../uuid.js'
import { AbandonOutbox } from './abandon-outbox.js'
import { systemClock } from './clock.js'
import type { EngineState } from './engine-state.js'
import { Failures } from './failures.js'
import { Finalizer } from './finalizer.js'
import { Lanes } from './lanes.js'
import { LookAhead } from './look-ahead.js'
import { Preparer } from './preparer.js'
import { forgetGeneration, isAlive, isFatal, type PrivateUpload } from './private-upload.js'
import { Processing } from './processing.js'
import { Gate } from './queue-gate.js'
import { runUpload, type UploadPorts } from './run-upload.js'
import { createSettleWaiters } from './settle-waiters.js'
import { TaskStore } from './task-store.js'
import { refWithoutAnswer, TicketDesk } from './ticket-desk.js'
import { Trace } from './trace.js'
import { transition } from './transition.js'
import { isSettled, type UploadEvent } from './upload-event.js'

export type QueueOptions = UploadQueueOptions & { readonly adapter: FileAdapter }

/** More stored files than this that wait for their finalise stop new starts. */
const mostUnconfirmed = 200
const mib = 1_048_576

/** What moves the tasks: slots, gates, and what each change of a task ends and begins. */
export class UploadEngine implements EngineState {
  readonly adapter: FileAdapter
  readonly clock: Clock
  readonly store: TaskStore
  readonly gate = new Gate()
  readonly trace: Trace
  readonly uploads = new Map<string, PrivateUpload>()
  readonly duplicates = new DuplicateIndex()
  readonly waiters = createSettleWaiters((id) => this.store.get(id))
  readonly limiter: Limiter
  readonly lanes: Lanes
  readonly outbox: AbandonOutbox
  readonly desk: TicketDesk
  concurrency: number
  retryPolicy: RetryPolicy
  isRunning = false
  /** Set by the queue. */
  askToSignIn: () => void = () => undefined
  readonly #multipartThreshold: number
  readonly #withChecksum: boolean
  readonly #kinds: { readonly small: readonly TicketKind[]; readonly large: readonly TicketKind[] }
  readonly #failures: Failures
  readonly #finalizer: Finalizer
  readonly #preparer: Preparer
  readonly #processing: Processing
  readonly #lookAhead: LookAhead
  readonly #ports: UploadPorts
  #isPumping = false

  constructor(options: QueueOptions) {
    const { adapter, clock = systemClock } = options
    const { features } = adapter
    this.adapter = adapter
    this.clock = clock
    this.concurrency = options.concurrency ?? 4
    this.retryPolicy = options.retry ?? {}
    this.#multipartThreshold = options.multipartThreshold ?? 32 * mib
    this.#withChecksum = features.uploadFields.includes('checksum') && options.checksum !== 'none'
    this.trace = new Trace(clock)
    this.limiter = new Limiter(options.maxRequestsPerOrigin ?? 6)
    this.store = new TaskStore(clock, () => this.gate.read(clock.now()))
    this.lanes = new Lanes((task) => task.size >= this.#multipartThreshold)
    this.outbox = new AbandonOutbox(adapter, clock)
    this.desk = new TicketDesk({
      adapter,
      clock,
      isWanted: (id, clientId) => isAlive(this.store.get(id), clientId),
      abandon: (ref) => this.outbox.send(ref, 'cancelled'),
    })
    this.#failures = new Failures(this)
    this.#finalizer = new Finalizer(this, this.#failures, () => this.running().length === 0)
    this.#preparer = new Preparer(this)
    this.#processing = new Processing(this)
    this.#lookAhead = new LookAhead(this)
    this.#ports = this.#portsOf(options)
    this.#kinds = rankKinds(features.ticketKinds.filter((kind) => this.#ports.transports.has(kind)))
  }

  readonly dispatch = (id: string, event: UploadEvent): boolean => {
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
    return size >= this.#multipartThreshold ? this.#kinds.large : this.#kinds.small
  }

  readonly needsChecksum = ({ size, request }: UploadTask): boolean =>
    this.#withChecksum && request.checksum === null && size < this.#multipartThreshold

  readonly hash = (task: UploadTask, upload: PrivateUpload): Promise<void> =>
    this.#preparer.hash(task, upload)

  /** Unless a validator or a hold keeps it. */
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
    this.uploads.get(id)?.disarm?.()
    this.store.delete(id)
    this.uploads.delete(id)
    this.waiters.changed(task, null)
    this.trace.emit('removed', id, {})
  }

  /** Fills the free slots, then looks ahead. */
  pump(): void {
    if (!this.isRunning || this.#isPumping) return
    this.#isPumping = true
    while (this.#canStart()) {
      const large = this.running().filter((id) => this.#isLarge(id)).length
      const next = this.lanes.next(large, this.concurrency)
      if (next === null) break
      if (!this.dispatch(next, { type: 'slot-granted', phase: this.#firstPhase(next) })) break
      this.start(next)
    }
    this.#isPumping = false
    this.#lookAhead.run(this.lanes.upcoming())
    this.#finalizer.poke()
  }

  start(id: string): void {
    const upload = this.uploads.get(id)
    if (upload !== undefined) void runUpload(id, upload, this.#ports)
  }

  connect(): void {
    this.isRunning = true
    const { waiting, processing } = this.store.bucket().byStatus
    for (const id of [...waiting, ...processing]) this.#arm(id)
    this.pump()
  }

  disconnect(): void {
    this.isRunning = false
    for (const id of this.running()) {
      this.dispatch(id, { type: 'interrupted', clientId: uuid() })
    }
    for (const upload of this.uploads.values()) upload.disarm?.()
    this.#processing.stop()
    this.store.stop()
  }

  gateChanged(): void {
    this.store.touch()
    this.pump()
  }

  /** Who holds a slot. */
  running(): readonly string[] {
    const { signing, uploading } = this.store.bucket().byStatus
    return [...signing, ...uploading]
  }

  #canStart(): boolean {
    return (
      this.gate.isOpen(this.clock.now()) &&
      this.running().length < this.concurrency &&
      this.store.bucket().byStatus.finalizing.size <= mostUnconfirmed
    )
  }

  #isLarge(id: string): boolean {
    return (this.store.get(id)?.size ?? 0) >= this.#multipartThreshold
  }

  #firstPhase(id: string): 'preparing' | 'hashing' | 'requesting' {
    const task = this.store.get(id)
    if (this.uploads.get(id)?.isPrepared === false) return 'preparing'
    return task !== undefined && this.needsChecksum(task) ? 'hashing' : 'requesting'
  }

  /** Ends what the former attempt had under way, and tells the backend where that was dropped for good. */
  #letGo(before: UploadTask, after: UploadTask): void {
    const upload = this.uploads.get(after.id)
    if (upload === undefined || before.epoch === after.epoch) return
    upload.attempt?.abort()
    upload.attempt = null
    const isDead = after.status === 'failed' && isFatal(after.error)
    const isDropped = after.status === 'cancelled' || before.clientId !== after.clientId
    if (!isDead && !isDropped) return
    // A finalise in flight is awaited: it gives the file up itself when it finds the task gone.
    const isAwaited = before.status === 'finalizing' && isDropped
    const ref = upload.ref ?? (upload.mayBeCreated ? refWithoutAnswer(before.clientId) : null)
    if (ref !== null && !isAwaited) this.outbox.send(ref, isDead ? 'error' : 'cancelled')
    forgetGeneration(upload)
  }

  /** Begins what the new state calls for. */
  #takeUp(before: UploadTask, after: UploadTask): void {
    const upload = this.uploads.get(after.id)
    if (upload === undefined) return
    const isSameState = before.status === after.status && before.epoch === after.epoch
    if (isSameState && isHeld(before) === isHeld(after)) return
    if (before.status === 'queued') this.lanes.delete(before)
    if (after.status === 'queued') {
      this.enqueue(after, before.status === 'paused' || before.status === 'waiting')
    }
    if (isSameState) return
    upload.disarm?.()
    upload.disarm = null
    this.#arm(after.id)
    if (after.status === 'signing') upload.startedAt = this.clock.monotonic()
    if (after.status === 'ready') upload.ticket = upload.stored = null
    if (after.status !== 'finalizing' || upload.stored === null) return
    if (before.status === 'uploading') {
      this.#lookAhead.measure(this.clock.monotonic() - upload.startedAt, this.concurrency)
    }
    void this.#finalizer.finalize(after, upload.stored)
  }

  /** The timers of a state: they are gone while the queue is not connected. */
  #arm(id: string): void {
    const task = this.store.get(id)
    const upload = this.uploads.get(id)
    if (task === undefined || upload === undefined || !this.isRunning) return
    if (task.status === 'waiting' && task.reason === 'backoff' && task.retryAt !== null) {
      const at = task.retryAt
      upload.disarm = this.clock.setTimeout(
        () => this.dispatch(id, { type: 'wait-ended', reason: 'backoff', at }),
        Math.max(0, at - this.clock.now()),
      )
    }
    if (task.status === 'processing') upload.disarm = this.#processing.follow(task)
  }

  #trackDuplicate(before: UploadTask, after: UploadTask | null): void {
    const upload = this.uploads.get(before.id)
    const isOver = after === null || isSettled(after.status)
    if (upload === undefined || isSettled(before.status) === isOver) return
    this.duplicates[isOver ? 'delete' : 'add'](upload.duplicateKey)
  }

  #portsOf(options: QueueOptions): UploadPorts {
    const { adapter, clock, desk, limiter, dispatch } = this
    const given = options.transports ?? []
    const transports = new Map(
      [...builtInTransports(adapter, this.#withChecksum), ...given].map((one) => [one.kind, one]),
    )
    return {
      adapter,
      clock,
      desk,
      limiter,
      dispatch,
      transports,
      silentKinds: silentKinds(given),
      stallTimeoutMs: options.stallTimeoutMs ?? 30_000,
      allowedStoreOrigins: options.allowedStoreOrigins,
      task: (id) => this.store.get(id),
      progress: (id, epoch, sentBytes) => this.store.progress(id, epoch, sentBytes),
      prepare: (id, epoch) => this.#preparer.prepare(id, epoch),
      failed: (id, epoch, step, error) => this.#failures.handle(id, epoch, step, error),
    }
  }
}

function isHeld(task: UploadTask): boolean {
  return task.status === 'queued' && task.isHeld
}
