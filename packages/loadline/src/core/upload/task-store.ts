import { createStore, type StoreApi } from 'zustand/vanilla'
import type {
  Clock,
  QueueGate,
  UploadSelector,
  UploadSummary,
  UploadTask,
  UploadTotals,
} from '../contract/index.js'
import { createFlushSchedule, type FlushSchedule } from './flush-schedule.js'
import { IdViews } from './id-views.js'
import { UploadBucket } from './upload-bucket.js'

/** Until the store has answered, no more than this share of a file is shown as sent. */
const mostInFlight = 0.99

interface Cell {
  task: UploadTask
  readonly order: number
  sentBytes: number
  /** `task` is not what is given out: it lacks the newest `sentBytes`, or nobody has asked for it yet. */
  isDirty: boolean
}

const nothing = new UploadBucket()

/**
 * All tasks, each in a cell of its own: a progress event costs the same whatever the queue's length.
 * Who changes it calls `insert`, `replace`, `progress` and `delete`; listeners are told by the flush.
 */
export class TaskStore {
  readonly summary: StoreApi<UploadSummary>
  readonly #clock: Clock
  readonly #readGate: () => QueueGate
  readonly #cells = new Map<string, Cell>()
  readonly #all = new UploadBucket()
  readonly #scopes = new Map<string, UploadBucket>()
  readonly #changed = new Set<string>()
  readonly #progressed = new Set<string>()
  /** By task, also of those that are not there yet. */
  readonly #subscribers = new Map<string, Set<() => void>>()
  readonly #views = new IdViews((filter) => this.#buildIds(filter))
  readonly #schedule: FlushSchedule
  #nextOrder = 0
  #idsVersion = 0

  constructor(clock: Clock, readGate: () => QueueGate) {
    this.#clock = clock
    this.#readGate = readGate
    this.summary = createStore(() => this.#summarize(0))
    this.#schedule = createFlushSchedule(
      clock,
      () => this.#flush(this.#changed),
      () => this.#flush(this.#progressed),
    )
  }

  insert(tasks: readonly UploadTask[]): void {
    for (const task of tasks) {
      const { id, sentBytes } = task
      this.#cells.set(id, { task, order: this.#nextOrder++, sentBytes, isDirty: true })
      for (const bucket of this.#bucketsOf(task.scope)) bucket.add(task)
      if (this.#subscribers.has(id)) this.#changed.add(id)
    }
    this.#views.added(tasks)
    this.#membershipChanged()
  }

  get(id: string): UploadTask | undefined {
    const cell = this.#cells.get(id)
    return cell && current(cell)
  }

  replace(next: UploadTask): void {
    const cell = this.#cells.get(next.id)
    if (cell === undefined) return
    const before = current(cell)
    cell.task = Object.freeze(next)
    cell.sentBytes = next.sentBytes
    for (const bucket of this.#bucketsOf(next.scope)) bucket.replace(before, next)
    this.#changed.add(next.id)
    if (before.status === next.status) this.#schedule.soon()
    else {
      this.#views.changed(before, next)
      this.#membershipChanged()
    }
  }

  /** Bytes on their way in this attempt; only growth is kept. */
  progress(id: string, epoch: number, sentBytes: number): void {
    const cell = this.#cells.get(id)
    if (cell?.task.epoch !== epoch || cell.task.status !== 'uploading') return
    const shown = Math.min(sentBytes, Math.floor(cell.task.size * mostInFlight))
    const more = shown - cell.sentBytes
    if (!(more > 0)) return
    cell.sentBytes = shown
    cell.isDirty = true
    for (const bucket of this.#bucketsOf(cell.task.scope)) bucket.progress(more)
    this.#progressed.add(id)
    this.#schedule.paced()
  }

  delete(id: string): void {
    const cell = this.#cells.get(id)
    if (cell === undefined) return
    const task = current(cell)
    this.#cells.delete(id)
    for (const bucket of this.#bucketsOf(task.scope)) bucket.delete(task)
    if (task.scope !== null && this.bucket(task.scope).isEmpty) this.#scopes.delete(task.scope)
    this.#progressed.delete(id)
    this.#changed.add(id)
    this.#views.changed(task, null)
    this.#membershipChanged()
  }

  ids(filter: UploadSelector = {}): readonly string[] {
    return this.#views.get(filter)
  }

  bucket(scope?: string): UploadBucket {
    return scope === undefined ? this.#all : (this.#scopes.get(scope) ?? nothing)
  }

  totals(scope?: string): UploadTotals {
    return this.bucket(scope).totals(this.#clock.monotonic())
  }

  subscribeTask(id: string, listener: () => void): () => void {
    const own = (): void => listener()
    const subscribers = this.#subscribers.get(id) ?? new Set()
    this.#subscribers.set(id, subscribers.add(own))
    return () => {
      if (subscribers.delete(own) && subscribers.size === 0) this.#subscribers.delete(id)
    }
  }

  subscribeIds(filter: UploadSelector, listener: () => void): () => void {
    return this.#views.subscribe(filter, listener)
  }

  /** No timer is left afterwards. */
  stop(): void {
    this.#schedule.stop()
  }

  /** Something of the summary changed that is not a task. */
  touch(): void {
    this.#schedule.soon()
  }

  #summarize(at: number): UploadSummary {
    const totals = this.#all.totals(at)
    return { totals, gate: this.#readGate(), idsVersion: this.#idsVersion }
  }

  #membershipChanged(): void {
    this.#idsVersion += 1
    this.#schedule.soon()
  }

  #flush(ids: Set<string>): void {
    const at = this.#clock.monotonic()
    for (const bucket of [this.#all, ...this.#scopes.values()]) bucket.sampleSpeed(at)
    const told = [...ids]
    ids.clear()
    this.summary.setState(this.#summarize(at), true)
    this.#views.flush()
    for (const id of told) for (const listener of [...(this.#subscribers.get(id) ?? [])]) listener()
  }

  #bucketsOf(scope: string | null): readonly UploadBucket[] {
    if (scope === null) return [this.#all]
    const own = this.#scopes.get(scope) ?? new UploadBucket()
    this.#scopes.set(scope, own)
    return [this.#all, own]
  }

  #buildIds({ scope, statuses }: UploadSelector): readonly string[] {
    if (scope === undefined && statuses === undefined) return [...this.#cells.keys()]
    const { byStatus } = this.bucket(scope)
    const sets =
      statuses === undefined
        ? Object.values(byStatus)
        : [...new Set(statuses)].map((status) => byStatus[status])
    const orderOf = (id: string): number => this.#cells.get(id)?.order ?? 0
    return sets.flatMap((set) => [...set]).sort((a, b) => orderOf(a) - orderOf(b))
  }
}

/** The task with its newest progress: made only when somebody asks. */
function current(cell: Cell): UploadTask {
  if (cell.isDirty) {
    cell.task = Object.freeze({ ...cell.task, sentBytes: cell.sentBytes })
    cell.isDirty = false
  }
  return cell.task
}
