import type { StoredFile, UploadQueue, UploadTask } from '../../core/index.js'

/** What a list knows of one upload. */
export interface OverlayEntry {
  /** The task's id: the row's key, also after it became a stored file. */
  readonly key: string
  /** As it was when its status last changed. */
  readonly task: UploadTask
  readonly isOnQueue: boolean
  /** What the backend confirmed. */
  readonly file: StoredFile | null
  /** Epoch ms; `null` until confirmed. */
  readonly readyAt: number | null
  /** Its place among all that were added: it stays, whatever leaves the queue. */
  readonly addedIndex: number
}

export interface OverlaySnapshot {
  /** In the order they were added. */
  readonly entries: readonly OverlayEntry[]
  /** Row keys by `clientId` and by file id. They outlive their uploads, so that a row stays the same row. */
  readonly keys: ReadonlyMap<string, string>
  /** Epoch ms; 0: none yet. */
  readonly lastReadyAt: number
  /** How many were added. */
  readonly addedCount: number
}

export interface UploadOverlay {
  readonly subscribe: (listener: () => void) => () => void
  /** The same object until an upload comes, goes, or changes its status. */
  readonly getSnapshot: () => OverlaySnapshot
}

export const emptyOverlay: OverlaySnapshot = {
  ...{ entries: [], keys: new Map(), lastReadyAt: 0, addedCount: 0 },
}

/**
 * The uploads that a list draws among its files. A confirmed one stays after it was cleared from the
 * queue: the pages may not hold it yet.
 */
export function createUploadOverlay(
  queue: UploadQueue,
  scope: string | undefined,
  now: () => number = Date.now,
): UploadOverlay {
  let version = -1
  let snapshot = emptyOverlay

  return {
    subscribe: (listener) => queue.store.subscribe(listener),
    getSnapshot: () => {
      const { idsVersion } = queue.store.getState()
      if (idsVersion !== version) {
        version = idsVersion
        const tasks = queue.getIds({ scope }).flatMap((id) => queue.getTask(id) ?? [])
        snapshot = nextSnapshot(snapshot, tasks, now())
      }
      return snapshot
    },
  }
}

export function nextSnapshot(
  before: OverlaySnapshot,
  tasks: readonly UploadTask[],
  now: number,
): OverlaySnapshot {
  const known = new Map(before.entries.map((entry) => [entry.key, entry]))
  const keys = new Map(before.keys)
  let { lastReadyAt, addedCount } = before
  const live = tasks.map((task): OverlayEntry => {
    const file = task.status === 'ready' || task.status === 'processing' ? task.file : null
    const readyAt = file === null ? null : (known.get(task.id)?.readyAt ?? now)
    if (readyAt === now) lastReadyAt = now
    keys.set(task.clientId, task.id)
    if (file !== null) keys.set(file.id, task.id)
    else if (task.fileId !== null) keys.set(task.fileId, task.id)
    const addedIndex = known.get(task.id)?.addedIndex ?? addedCount++
    known.delete(task.id)
    return { key: task.id, task, isOnQueue: true, file, readyAt, addedIndex }
  })
  const cleared = [...known.values()]
    .filter(({ file }) => file !== null)
    .map((entry) => ({ ...entry, isOnQueue: false }))
  const entries = [...cleared, ...live].sort((one, other) => one.addedIndex - other.addedIndex)
  return { entries, keys, lastReadyAt, addedCount }
}
