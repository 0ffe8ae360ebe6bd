import { UploadError } from '../contract/index.js'
import type {
  AddOptions,
  FilesInput,
  UploadQueue,
  UploadSelection,
  UploadTask,
} from '../contract/index.js'
import { duplicateKey } from '../intake/check-files.js'
import { uuid } from '../uuid.js'
import { addFiles, type IntakeDefaults } from './add-files.js'
import { browserConnectivity } from './connectivity.js'
import { noFailures } from './private-upload.js'
import { UploadEngine, type QueueOptions } from './upload-engine.js'
import { isSettled, type UploadCommand } from './upload-event.js'

/** A queue without side effects: no timer, no listener, no request until `connect()`. */
export function createUploadQueue(options: QueueOptions): UploadQueue {
  const queue = new Queue(options)
  const { engine } = queue
  const { store } = engine
  return {
    adapter: options.adapter,
    userKey: null,
    store: store.summary,
    connect: () => queue.connect(),
    add: (files, given) => queue.add(files, given ?? {}),
    pause: (selection) => queue.pause(selection),
    resume: (selection) => queue.resume(selection),
    cancel: (selection) => queue.each(selection, { type: 'cancel-requested' }),
    retry: (selection) => queue.retry(selection),
    remove: (selection) => queue.remove(queue.select(selection)),
    prioritize: (selection) => queue.prioritize(selection),
    hold: (selection) => queue.hold(selection),
    release: (selection) => queue.release(selection),
    clearSettled: (selection) =>
      queue.remove(queue.select(selection).filter((id) => isSettled(queue.statusOf(id)))),
    provideFile: (id, file) => queue.provideFile(id, file),
    getFile: (id) => engine.uploads.get(id)?.file ?? null,
    authenticated: () => queue.authenticated(),
    getGate: () => engine.gate.read(engine.clock.now()),
    whenSettled: (ids, { until } = {}) =>
      engine.waiters.wait(ids ?? store.ids(), until ?? 'finalized'),
    getTask: (id) => store.get(id),
    getIds: (filter) => store.ids(filter),
    getTotals: (scope) => store.totals(scope),
    subscribeTask: (id, listener) => store.subscribeTask(id, listener),
    subscribeIds: (filter, listener) => store.subscribeIds(filter, listener),
    setOptions({ concurrency, maxRequestsPerOrigin, retry }) {
      engine.concurrency = concurrency ?? engine.concurrency
      engine.limiter.limit = maxRequestsPerOrigin ?? engine.limiter.limit
      engine.retryPolicy = retry ?? engine.retryPolicy
      engine.pump()
    },
    on: (listener) => engine.trace.listen(listener),
    destroy: () => queue.destroy(),
  }
}

/** What people and components ask of the engine. */
class Queue {
  readonly engine: UploadEngine
  readonly #options: QueueOptions
  readonly #intake: IntakeDefaults
  #connections = 0
  #isHolding: boolean
  #isDestroyed = false
  #unsubscribe: (() => void) | null = null

  constructor(options: QueueOptions) {
    this.#options = options
    this.#isHolding = options.autoUpload === false
    this.engine = new UploadEngine(options)
    this.engine.askToSignIn = () => void this.#askToSignIn()
    this.#intake = {
      prepareFile: options.prepareFile ?? null,
      validate: options.validate ?? null,
      isHeld: () => this.#isHolding,
    }
  }

  connect(): () => void {
    let isConnected = true
    this.#connections += 1
    if (this.#connections === 1 && !this.#isDestroyed) this.#start()
    return () => {
      if (!isConnected) return
      isConnected = false
      this.#connections -= 1
      // A macrotask later: an effect that runs twice, or a moved component, connects again before.
      this.engine.clock.setTimeout(() => {
        if (this.#connections === 0) this.#stop()
      }, 0)
    }
  }

  add(files: FilesInput, options: AddOptions) {
    if (this.#isDestroyed) {
      throw new UploadError('unsupported', { message: 'The queue was destroyed. Make a new one.' })
    }
    return addFiles(this.engine, this.#intake, files, options)
  }

  select(selection: UploadSelection = {}): readonly string[] {
    if (typeof selection === 'string') return [selection]
    return isIds(selection) ? selection : this.engine.store.ids(selection)
  }

  each(selection: UploadSelection | undefined, command: UploadCommand): void {
    for (const id of this.select(selection)) this.engine.dispatch(id, command)
  }

  #endWaits(reason: 'offline' | 'auth'): void {
    const at = this.engine.clock.now()
    this.each({ statuses: ['waiting'] }, { type: 'wait-ended', reason, at })
  }

  pause(selection?: UploadSelection): void {
    const { engine } = this
    if (selection === undefined) engine.gate.isPaused = true
    for (const id of this.select(selection)) {
      const upload = engine.uploads.get(id)
      const isPaused = engine.dispatch(id, { type: 'pause-requested' })
      if (isPaused && upload !== undefined) upload.isPausedByAll = selection === undefined
    }
    engine.gateChanged()
  }

  resume(selection?: UploadSelection): void {
    const { engine } = this
    // Also for a few: else they would wait behind a gate that nobody opens.
    engine.gate.isPaused = false
    engine.gate.isOverQuota = false
    // Backwards, since each goes to the head of its lane.
    for (const id of this.select(selection).toReversed()) {
      const isMeant = selection !== undefined || engine.uploads.get(id)?.isPausedByAll === true
      if (isMeant) engine.dispatch(id, { type: 'resume-requested' })
    }
    engine.gateChanged()
  }

  retry(selection?: UploadSelection): void {
    const { engine } = this
    engine.gate.isOverQuota = false
    // What was cancelled is only begun anew by name.
    for (const id of this.select(selection ?? { statuses: ['failed', 'waiting'] })) {
      const upload = engine.uploads.get(id)
      if (upload === undefined) continue
      upload.hasRestarted = false
      upload.failures = noFailures()
      engine.dispatch(id, { type: 'retry-requested', clientId: uuid() })
    }
    engine.gateChanged()
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) this.engine.remove(id)
    this.engine.pump()
  }

  prioritize(selection: UploadSelection): void {
    const { store, lanes } = this.engine
    const waiting = this.select(selection)
      .map((id) => store.get(id))
      .filter((task): task is UploadTask => task?.status === 'queued' && !task.isHeld)
    lanes.jump(waiting)
    this.engine.pump()
  }

  hold(selection?: UploadSelection): void {
    if (selection === undefined) this.#isHolding = true
    this.each(selection, { type: 'hold-requested' })
  }

  release(selection?: UploadSelection): void {
    if (selection === undefined) this.#isHolding = false
    this.each(selection, { type: 'release-requested' })
  }

  provideFile(id: string, file: File): void {
    const upload = this.engine.uploads.get(id)
    const task = this.engine.store.get(id)
    if (upload === undefined || task === undefined) return
    const isSame = duplicateKey({ file, path: task.path }, task.scope) === upload.duplicateKey
    const isKept = isSame && task.status === 'waiting'
    upload.file = file
    this.engine.dispatch(id, { type: 'file-provided', clientId: isKept ? null : uuid() })
  }

  authenticated(): void {
    this.engine.gate.needsSignIn = false
    this.#endWaits('auth')
    this.engine.gateChanged()
  }

  statusOf(id: string): UploadTask['status'] {
    return this.engine.store.get(id)?.status ?? 'queued'
  }

  destroy(): void {
    this.each({}, { type: 'cancel-requested' })
    this.#isDestroyed = true
    this.#stop()
  }

  #start(): void {
    const { engine } = this
    const { connectivity = browserConnectivity } = this.#options
    const look = (): void => {
      const isOnline = connectivity.isOnline()
      if (isOnline === !engine.gate.isOffline) return
      engine.gate.isOffline = !isOnline
      if (isOnline) this.#endWaits('offline')
      else this.each(engine.running(), { type: 'wait-began', reason: 'offline' })
      engine.gateChanged()
    }
    this.#unsubscribe = connectivity.subscribe(look)
    look()
    if (!engine.isRunning) engine.connect()
  }

  #stop(): void {
    this.#unsubscribe?.()
    this.#unsubscribe = null
    if (this.engine.isRunning) this.engine.disconnect()
  }

  async #askToSignIn(): Promise<void> {
    try {
      await this.#options.onAuthRequired?.()
    } catch {
      // It stays shut until `authenticated()`.
      return
    }
    if (this.#options.onAuthRequired !== undefined) this.authenticated()
  }
}

function isIds(selection: readonly string[] | object): selection is readonly string[] {
  return Array.isArray(selection)
}
