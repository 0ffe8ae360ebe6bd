import { supports, UploadError } from '../contract/index.js'
import type {
  AddOptions,
  AddResult,
  Clock,
  CollectedFile,
  FileAdapter,
  FilesInput,
  StoredUpload,
  TicketKind,
  UploadQueue,
  UploadQueueOptions,
  UploadRef,
  UploadSelection,
  UploadTask,
} from '../contract/index.js'
import { createOriginLimiter } from '../http/origin-limiter.js'
import { checkCollected, duplicateKey } from '../intake/check-files.js'
import { collectedFiles } from '../intake/collected-files.js'
import { assertUploadFields, createTask } from '../intake/create-task.js'
import { createDuplicateIndex } from '../intake/duplicate-index.js'
import { putTransport } from '../transports/put-transport.js'
import { createAbandonOutbox, type AbandonOutbox } from './abandon-outbox.js'
import { systemClock } from './clock.js'
import { runFinalize, runUpload, type UploadPorts } from './run-upload.js'
import { createSettleWaiters } from './settle-waiters.js'
import { TaskStore } from './task-store.js'
import { transition } from './transition.js'
import { isSettled, type UploadEvent } from './upload-event.js'
import { uuid } from '../uuid.js'

type QueueOptions = UploadQueueOptions & { readonly adapter: FileAdapter }

/** What no task, store or log may hold: the file, and what the backend gave for it. */
interface PrivateUpload {
  readonly file: File
  readonly duplicateKey: string
  ref: UploadRef | null
  stored: StoredUpload | null
  controller: AbortController
}

const defaultConcurrency = 4
const requestsPerOrigin = 6

/** A queue without side effects: no timer, no listener, no request until `connect()`. */
export function createUploadQueue(options: QueueOptions): UploadQueue {
  const engine = new UploadEngine(options)
  const { store } = engine
  return {
    adapter: options.adapter,
    store: store.summary,
    connect: () => engine.connect(),
    add: (files, given) => engine.add(files, given ?? {}),
    cancel: (selection) => engine.cancel(engine.select(selection)),
    retry: (selection) => engine.retry(engine.select(selection)),
    remove: (selection) => engine.remove(engine.select(selection)),
    clearSettled(selection) {
      const isOver = (id: string): boolean => isSettled(store.get(id)?.status ?? 'queued')
      engine.remove(engine.select(selection).filter(isOver))
    },
    whenSettled: (ids) => engine.waiters.wait(ids ?? store.ids()),
    getTask: (id) => store.get(id),
    getIds: (filter) => store.ids(filter),
    getTotals: (scope) => store.totals(scope),
    subscribeTask: (id, listener) => store.subscribeTask(id, listener),
    subscribeIds: (filter, listener) => store.subscribeIds(filter, listener),
    setOptions: (next) => engine.setConcurrency(next.concurrency),
    destroy: () => engine.destroy(),
  }
}

class UploadEngine {
  readonly store: TaskStore
  readonly waiters = createSettleWaiters((id) => this.store.get(id))
  readonly #adapter: FileAdapter
  readonly #clock: Clock
  readonly #uploads = new Map<string, PrivateUpload>()
  readonly #duplicates = createDuplicateIndex()
  readonly #outbox: AbandonOutbox
  readonly #ports: UploadPorts
  readonly #preferredKinds: readonly TicketKind[]
  #concurrency: number
  #connections = 0
  #isRunning = false
  #isDestroyed = false
  #isPumping = false

  constructor({ adapter, clock = systemClock, ...options }: QueueOptions) {
    const transports = [putTransport, ...(options.transports ?? [])]
    this.#adapter = adapter
    this.#clock = clock
    this.#concurrency = options.concurrency ?? defaultConcurrency
    this.store = new TaskStore(clock)
    this.#outbox = createAbandonOutbox(adapter, clock)
    this.#ports = {
      adapter,
      transports: new Map(transports.map((transport) => [transport.kind, transport])),
      limiter: createOriginLimiter(requestsPerOrigin),
      allowedStoreOrigins: options.allowedStoreOrigins,
      now: () => clock.now(),
      dispatch: (id, answer) => this.#dispatch(id, answer),
      progress: (id, epoch, sentBytes) => this.store.progress(id, epoch, sentBytes),
      abandon: (ref) => this.#outbox.send(ref, 'cancelled'),
      keep: (id, kept) => {
        const upload = this.#uploads.get(id)
        if (upload !== undefined) Object.assign(upload, kept)
      },
    }
    this.#preferredKinds = adapter.features.ticketKinds.filter((kind) =>
      this.#ports.transports.has(kind),
    )
  }

  connect(): () => void {
    let isConnected = true
    this.#connections += 1
    this.#isRunning = !this.#isDestroyed
    this.#pump()
    return () => {
      if (!isConnected) return
      isConnected = false
      this.#connections -= 1
      // A macrotask later: an effect that runs twice, or a moved component, connects again before.
      this.#clock.setTimeout(() => {
        if (this.#connections === 0 && this.#isRunning) this.#stop()
      }, 0)
    }
  }

  add(input: FilesInput, options: AddOptions): AddResult {
    this.#assertCanAdd()
    assertUploadFields(this.#adapter.name, this.#adapter.features, options)
    const scope = options.scope ?? null
    const { counts, totalBytes } = this.store.totals(options.scope)
    const files = Object.values(counts).reduce((sum, count) => sum + count, 0)
    const usage = {
      files: files - counts.cancelled,
      bytes: totalBytes,
      hasDuplicate: (key: string) => this.#duplicates.has(scope, key),
    }
    const addAnyway = (one: CollectedFile): string | null => this.#insert([one], options)[0] ?? null
    const { accepted, rejections } = checkCollected(
      collectedFiles(input),
      options,
      usage,
      addAnyway,
    )
    return { ids: this.#insert(accepted, options), rejections }
  }

  select(selection: UploadSelection = {}): readonly string[] {
    if (typeof selection === 'string') return [selection]
    return isIds(selection) ? selection : this.store.ids(selection)
  }

  cancel(ids: readonly string[]): void {
    for (const id of ids) this.#dispatch(id, { type: 'cancel-requested' })
  }

  retry(ids: readonly string[]): void {
    for (const id of ids) {
      if (!this.#dispatch(id, { type: 'retry-requested', clientId: uuid() })) continue
      const task = this.store.get(id)
      const stored = this.#uploads.get(id)?.stored
      if (task?.status === 'finalizing' && stored) {
        void runFinalize({ id, epoch: task.epoch, stored }, this.#ports)
      }
    }
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) {
      const task = this.store.get(id)
      if (task === undefined) continue
      this.#letGo(task, transition(task, { type: 'cancel-requested' }, this.#adapter.features))
      this.#trackDuplicate(task, null)
      this.store.delete(id)
      this.#uploads.delete(id)
      this.waiters.changed(task, null)
    }
    this.#pump()
  }

  setConcurrency(concurrency: number = this.#concurrency): void {
    this.#concurrency = concurrency
    this.#pump()
  }

  destroy(): void {
    this.cancel(this.store.ids())
    this.#isDestroyed = true
    this.#isRunning = false
    this.store.stop()
  }

  /** The only way a task changes. `false`: the event did not apply. */
  #dispatch(id: string, event: UploadEvent): boolean {
    const before = this.store.get(id)
    if (before === undefined) return false
    const after = transition(before, event, this.#adapter.features)
    if (after === before) return false
    this.store.replace(after)
    this.#trackDuplicate(before, after)
    this.#letGo(before, after)
    this.waiters.changed(before, after)
    this.#pump()
    return true
  }

  #trackDuplicate(before: UploadTask, after: UploadTask | null): void {
    const upload = this.#uploads.get(before.id)
    const isOver = after === null || isSettled(after.status)
    if (upload === undefined || isSettled(before.status) === isOver) return
    this.#duplicates[isOver ? 'delete' : 'add'](before.scope, upload.duplicateKey)
  }

  /** Ends what the former attempt had under way, and tells the backend where that was dropped for good. */
  #letGo(before: UploadTask, after: UploadTask): void {
    const upload = this.#uploads.get(after.id)
    if (upload === undefined || before.epoch === after.epoch) return
    upload.controller.abort()
    upload.controller = new AbortController()
    const isFatal = after.status === 'failed' && !after.error.isRetryable
    const isDropped = after.status === 'cancelled' || before.clientId !== after.clientId
    if (!isFatal && !isDropped) return
    // A finalise in flight is awaited: it abandons by itself when it finds the task gone.
    const isAwaited = before.status === 'finalizing' && isDropped
    if (upload.ref !== null && !isAwaited) {
      this.#outbox.send(upload.ref, isFatal ? 'error' : 'cancelled')
    }
    upload.ref = null
    upload.stored = null
  }

  /** Fills the free slots, first come first served. */
  #pump(): void {
    if (!this.#isRunning || this.#isPumping) return
    this.#isPumping = true
    const { byStatus } = this.store.bucket()
    while (byStatus.signing.size + byStatus.uploading.size < this.#concurrency) {
      const [next] = byStatus.queued
      if (next === undefined || !this.#dispatch(next, { type: 'slot-granted' })) break
      this.#start(next)
    }
    this.#isPumping = false
  }

  #start(id: string): void {
    const task = this.store.get(id)
    const upload = this.#uploads.get(id)
    if (task === undefined || upload === undefined) return
    const { file, ref, controller } = upload
    void runUpload({ task, file, ref, signal: controller.signal }, this.#ports)
  }

  #stop(): void {
    this.#isRunning = false
    const { byStatus } = this.store.bucket()
    for (const id of [...byStatus.signing, ...byStatus.uploading]) {
      this.#dispatch(id, { type: 'interrupted', clientId: uuid() })
    }
    this.store.stop()
  }

  #insert(files: readonly CollectedFile[], options: AddOptions): readonly string[] {
    const now = this.#clock.now()
    const tasks = files.map((one) => {
      const task = createTask(one, options, this.#adapter.features, this.#preferredKinds, now)
      const key = duplicateKey(one)
      this.#duplicates.add(task.scope, key)
      this.#uploads.set(task.id, {
        file: one.file,
        duplicateKey: key,
        ref: null,
        stored: null,
        controller: new AbortController(),
      })
      return task
    })
    this.store.insert(tasks)
    this.#pump()
    return tasks.map(({ id }) => id)
  }

  #assertCanAdd(): void {
    if (this.#isDestroyed) {
      throw new UploadError('unsupported', { message: 'The queue was destroyed. Make a new one.' })
    }
    if (!supports(this.#adapter, 'createUpload', 'finalizeUpload')) {
      throw new UploadError('unsupported', {
        message: `The adapter "${this.#adapter.name}" cannot upload: it has no createUpload.`,
      })
    }
  }
}

function isIds(selection: readonly string[] | object): selection is readonly string[] {
  return Array.isArray(selection)
}
