import { createStore, type StoreApi } from 'zustand/vanilla'
import type {
  Clock,
  UploadSelector,
  UploadSummary,
  UploadTask,
  UploadTotals,
} from '../contract/index.js'
import { createFlushSchedule } from './flush-schedule.js'
import { createIdViews } from './id-views.js'
import { createUploadBucket, type UploadBucket } from './upload-bucket.js'

/** Until the store has answered, no more than this share of a file is shown as sent. */
const mostInFlight = 0.99

interface Cell {
  task: UploadTask
  readonly order: number
  sentBytes: number
  /** `task` lacks the newest `sentBytes`. */
  isDirty: boolean
  readonly subscribers: Set<() => void>
}

/**
 * All tasks, each in a cell of its own: a progress event costs the same whatever the queue's length.
 * Who changes it calls `insert`, `replace`, `progress` and `delete`; listeners are told by the flush.
 */
export interface TaskStore {
  readonly summary: StoreApi<UploadSummary>
  insert(tasks: readonly UploadTask[]): void
  get(id: string): UploadTask | undefined
  replace(next: UploadTask): void
  /** Bytes on their way in this attempt; only growth is kept. */
  progress(id: string, epoch: number, sentBytes: number): void
  delete(ids: readonly string[]): void
  ids(filter: UploadSelector): readonly string[]
  bucket(scope?: string): UploadBucket
  totals(scope?: string): UploadTotals
  subscribeTask(id: string, listener: () => void): () => void
  subscribeIds(filter: UploadSelector, listener: () => void): () => void
  /** No timer is left afterwards. */
  stop(): void
}

export function createTaskStore(clock: Clock): TaskStore {
  const cells = new Map<string, Cell>()
  const everything = createUploadBucket()
  const scopes = new Map<string, UploadBucket>()
  const noUploads = createUploadBucket()
  const changed = new Set<Cell>()
  const progressed = new Set<Cell>()
  const waitingSubscribers = new Map<string, Set<() => void>>()
  const views = createIdViews(buildIds)
  let nextOrder = 0
  let idsVersion = 0
  const summary = createStore<UploadSummary>(() => ({
    totals: everything.totals(0),
    idsVersion,
  }))
  const schedule = createFlushSchedule(
    clock,
    () => flush(changed),
    () => flush(progressed),
  )

  function bucketsOf(scope: string | null): readonly UploadBucket[] {
    if (scope === null) return [everything]
    let own = scopes.get(scope)
    if (own === undefined) {
      own = createUploadBucket()
      scopes.set(scope, own)
    }
    return [everything, own]
  }

  function buildIds({ scope, statuses }: UploadSelector): readonly string[] {
    const bucket = bucketFor(scope)
    const sets =
      statuses === undefined
        ? Object.values(bucket.byStatus)
        : [...new Set(statuses)].map((status) => bucket.byStatus[status])
    const found = sets.flatMap((set) => [...set])
    const orderOf = (id: string): number => cells.get(id)?.order ?? 0
    return found.sort((a, b) => orderOf(a) - orderOf(b))
  }

  function bucketFor(scope: string | undefined): UploadBucket {
    return scope === undefined ? everything : (scopes.get(scope) ?? noUploads)
  }

  function membershipChanged(before: UploadTask | null, after: UploadTask | null): void {
    views.changed(before, after)
    idsVersion += 1
    schedule.soon()
  }

  function flush(cellsToTell: Set<Cell>): void {
    const at = clock.monotonic()
    everything.sampleSpeed(at)
    for (const bucket of scopes.values()) bucket.sampleSpeed(at)
    const told = [...cellsToTell]
    cellsToTell.clear()
    summary.setState({ totals: everything.totals(at), idsVersion }, true)
    views.flush()
    for (const cell of told) for (const listener of [...cell.subscribers]) listener()
  }

  function current(cell: Cell): UploadTask {
    if (cell.isDirty) {
      cell.task = Object.freeze({ ...cell.task, sentBytes: cell.sentBytes })
      cell.isDirty = false
    }
    return cell.task
  }

  return {
    summary,
    insert(tasks) {
      for (const task of tasks) {
        const subscribers = waitingSubscribers.get(task.id) ?? new Set()
        waitingSubscribers.delete(task.id)
        const cell: Cell = {
          task: Object.freeze(task),
          order: nextOrder++,
          sentBytes: task.sentBytes,
          isDirty: false,
          subscribers,
        }
        cells.set(task.id, cell)
        for (const bucket of bucketsOf(task.scope)) bucket.add(task)
        membershipChanged(null, task)
        if (subscribers.size > 0) changed.add(cell)
      }
    },
    get(id) {
      const cell = cells.get(id)
      return cell && current(cell)
    },
    replace(next) {
      const cell = cells.get(next.id)
      if (cell === undefined) return
      const before = current(cell)
      cell.task = Object.freeze(next)
      cell.sentBytes = next.sentBytes
      for (const bucket of bucketsOf(next.scope)) bucket.replace(before, next)
      changed.add(cell)
      if (before.status === next.status) schedule.soon()
      else membershipChanged(before, next)
    },
    progress(id, epoch, sentBytes) {
      const cell = cells.get(id)
      if (cell === undefined || cell.task.epoch !== epoch) return
      if (cell.task.status !== 'uploading') return
      const shown = Math.min(sentBytes, Math.floor(cell.task.size * mostInFlight))
      const more = shown - cell.sentBytes
      if (!(more > 0)) return
      cell.sentBytes = shown
      cell.isDirty = true
      for (const bucket of bucketsOf(cell.task.scope)) bucket.progress(more)
      progressed.add(cell)
      schedule.paced()
    },
    delete(ids) {
      for (const id of ids) {
        const cell = cells.get(id)
        if (cell === undefined) continue
        const task = current(cell)
        cells.delete(id)
        for (const bucket of bucketsOf(task.scope)) bucket.delete(task)
        if (task.scope !== null && scopes.get(task.scope)?.isEmpty) scopes.delete(task.scope)
        progressed.delete(cell)
        changed.add(cell)
        membershipChanged(task, null)
      }
    },
    ids: (filter) => views.get(filter),
    bucket: bucketFor,
    totals: (scope) => bucketFor(scope).totals(clock.monotonic()),
    subscribeTask(id, listener) {
      const own = (): void => listener()
      const subscribers = cells.get(id)?.subscribers ?? waitingFor(id)
      subscribers.add(own)
      return () => {
        subscribers.delete(own)
        if (waitingSubscribers.get(id)?.size === 0) waitingSubscribers.delete(id)
      }
    },
    subscribeIds: (filter, listener) => views.subscribe(filter, listener),
    stop: () => schedule.stop(),
  }

  function waitingFor(id: string): Set<() => void> {
    const known = waitingSubscribers.get(id) ?? new Set()
    waitingSubscribers.set(id, known)
    return known
  }
}
