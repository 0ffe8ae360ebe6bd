import { supports, UploadError } from '../contract/index.js'
import type {
  AddOptions,
  AddResult,
  AnyTransport,
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
import { createAbandonOutbox } from './abandon-outbox.js'
import { systemClock } from './clock.js'
import { runFinalize, runUpload, type UploadPorts } from './run-upload.js'
import { createSettleWaiters } from './settle-waiters.js'
import { createTaskStore } from './task-store.js'
import { transition } from './transition.js'
import { isSettled, type UploadEvent } from './upload-event.js'
import { uuid } from './uuid.js'

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
export function createUploadQueue(
  options: UploadQueueOptions & { readonly adapter: FileAdapter },
): UploadQueue {
  const { adapter, clock = systemClock } = options
  const transports = transportsByKind([putTransport, ...(options.transports ?? [])])
  const preferredKinds = adapter.features.ticketKinds.filter((kind) => transports.has(kind))
  const store = createTaskStore(clock)
  const uploads = new Map<string, PrivateUpload>()
  const duplicates = createDuplicateIndex()
  const waiters = createSettleWaiters(store.get)
  const outbox = createAbandonOutbox(adapter, clock)
  let concurrency = options.concurrency ?? defaultConcurrency
  let connections = 0
  let isRunning = false
  let isDestroyed = false
  let isPumping = false

  const ports: UploadPorts = {
    adapter,
    transports,
    limiter: createOriginLimiter(requestsPerOrigin),
    allowedStoreOrigins: options.allowedStoreOrigins,
    now: clock.now,
    dispatch,
    progress: store.progress,
    abandon: (ref) => outbox.send(ref, 'cancelled'),
    keepRef(id, ref) {
      const upload = uploads.get(id)
      if (upload !== undefined) upload.ref = ref
    },
    keepStored(id, stored) {
      const upload = uploads.get(id)
      if (upload !== undefined) upload.stored = stored
    },
  }

  /** The only way a task changes. `false`: the event did not apply. */
  function dispatch(id: string, event: UploadEvent): boolean {
    const before = store.get(id)
    if (before === undefined) return false
    const after = transition(before, event, adapter.features)
    if (after === before) return false
    store.replace(after)
    trackDuplicates(before, after)
    letGo(before, after)
    waiters.changed(before, after)
    pump()
    return true
  }

  function trackDuplicates(before: UploadTask, after: UploadTask | null): void {
    const upload = uploads.get(before.id)
    const isOver = after === null || isSettled(after.status)
    if (upload === undefined || isSettled(before.status) === isOver) return
    duplicates[isOver ? 'delete' : 'add'](before.scope, upload.duplicateKey)
  }

  /** Ends what the former state had under way, and tells the backend where that was dropped for good. */
  function letGo(before: UploadTask, after: UploadTask): void {
    const upload = uploads.get(after.id)
    if (upload === undefined || before.epoch === after.epoch) return
    upload.controller.abort()
    upload.controller = new AbortController()
    const isDead =
      after.status === 'cancelled' ||
      before.clientId !== after.clientId ||
      (after.status === 'failed' && !after.error.isRetryable)
    // A finalise in flight is awaited: it abandons by itself when it finds the task gone.
    const isAwaited = before.status === 'finalizing' && after.status === 'cancelled'
    if (!isDead) return
    if (upload.ref !== null && !isAwaited) {
      outbox.send(upload.ref, after.status === 'failed' ? 'error' : 'cancelled')
    }
    upload.ref = null
    upload.stored = null
  }

  /** Fills the free slots, first come first served. */
  function pump(): void {
    if (!isRunning || isPumping) return
    isPumping = true
    const { byStatus } = store.bucket()
    while (byStatus.signing.size + byStatus.uploading.size < concurrency) {
      const [next] = byStatus.queued
      if (next === undefined || !dispatch(next, { type: 'slot-granted' })) break
      start(next)
    }
    isPumping = false
  }

  function start(id: string): void {
    const task = store.get(id)
    const upload = uploads.get(id)
    if (task === undefined || upload === undefined) return
    const { file, ref, controller } = upload
    void runUpload({ task, file, ref, signal: controller.signal }, ports)
  }

  function confirmAgain(task: UploadTask): void {
    const stored = uploads.get(task.id)?.stored
    if (stored !== null && stored !== undefined) {
      void runFinalize({ id: task.id, epoch: task.epoch, stored }, ports)
    }
  }

  function stop(): void {
    isRunning = false
    const { byStatus } = store.bucket()
    for (const id of [...byStatus.signing, ...byStatus.uploading]) {
      dispatch(id, { type: 'interrupted', clientId: uuid() })
    }
    store.stop()
  }

  function insert(files: readonly CollectedFile[], given: AddOptions): readonly string[] {
    const now = clock.now()
    const tasks = files.map((one) => {
      const task = createTask(one, given, adapter.features, preferredKinds, now)
      const key = duplicateKey(one)
      duplicates.add(task.scope, key)
      uploads.set(task.id, {
        file: one.file,
        duplicateKey: key,
        ref: null,
        stored: null,
        controller: new AbortController(),
      })
      return task
    })
    store.insert(tasks)
    pump()
    return tasks.map(({ id }) => id)
  }

  function add(input: FilesInput, given: AddOptions = {}): AddResult {
    assertCanAdd()
    assertUploadFields(adapter.name, adapter.features, given)
    const scope = given.scope ?? null
    const { counts, totalBytes } = store.totals(given.scope)
    const files = Object.values(counts).reduce((sum, count) => sum + count, 0)
    const usage = {
      files: files - counts.cancelled,
      bytes: totalBytes,
      hasDuplicate: (key: string) => duplicates.has(scope, key),
    }
    const { accepted, rejections } = checkCollected(collectedFiles(input), given, usage, (one) => {
      const [id] = insert([one], given)
      return id ?? null
    })
    return { ids: insert(accepted, given), rejections }
  }

  function assertCanAdd(): void {
    if (isDestroyed) {
      throw new UploadError('unsupported', { message: 'The queue was destroyed. Make a new one.' })
    }
    if (!supports(adapter, 'createUpload', 'finalizeUpload')) {
      throw new UploadError('unsupported', {
        message: `The adapter "${adapter.name}" cannot upload: it has no createUpload.`,
      })
    }
  }

  function select(selection: UploadSelection = {}): readonly string[] {
    if (typeof selection === 'string') return [selection]
    return isIds(selection) ? selection : store.ids(selection)
  }

  function remove(ids: readonly string[]): void {
    for (const id of ids) {
      const task = store.get(id)
      if (task === undefined) continue
      letGo(task, transition(task, { type: 'cancel-requested' }, adapter.features))
      trackDuplicates(task, null)
      store.delete([id])
      uploads.delete(id)
      waiters.changed(task, null)
    }
    pump()
  }

  return {
    adapter,
    store: store.summary,
    connect() {
      connections += 1
      isRunning = !isDestroyed
      pump()
      let isConnected = true
      return () => {
        if (!isConnected) return
        isConnected = false
        connections -= 1
        if (connections === 0) clock.setTimeout(() => connections === 0 && stop(), 0)
      }
    },
    add,
    cancel(selection) {
      for (const id of select(selection)) dispatch(id, { type: 'cancel-requested' })
    },
    retry(selection) {
      for (const id of select(selection)) {
        if (!dispatch(id, { type: 'retry-requested', clientId: uuid() })) continue
        const task = store.get(id)
        if (task?.status === 'finalizing') confirmAgain(task)
      }
    },
    remove: (selection) => remove(select(selection)),
    clearSettled(selection) {
      remove(select(selection).filter((id) => isSettled(store.get(id)?.status ?? 'queued')))
    },
    whenSettled: (ids = store.ids({})) => waiters.wait(ids),
    getTask: store.get,
    getIds: (filter = {}) => store.ids(filter),
    getTotals: store.totals,
    subscribeTask: store.subscribeTask,
    subscribeIds: store.subscribeIds,
    setOptions(next) {
      concurrency = next.concurrency ?? concurrency
      pump()
    },
    destroy() {
      for (const id of store.ids({})) dispatch(id, { type: 'cancel-requested' })
      isDestroyed = true
      isRunning = false
      store.stop()
    },
  }
}

function transportsByKind(
  transports: readonly AnyTransport[],
): ReadonlyMap<TicketKind, AnyTransport> {
  return new Map(transports.map((transport) => [transport.kind, transport]))
}

function isIds(selection: readonly string[] | object): selection is readonly string[] {
  return Array.isArray(selection)
}
