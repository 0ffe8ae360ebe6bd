import {
  createUploadQueue,
  type FileAdapter,
  type UploadQueue,
  type UploadStatus,
  type UploadTask,
} from 'loadline'
import type { QueueGate, UploadState, UploadTotals } from 'loadline/core'

/** An upload that stands still in one state, as a story wants to show it. */
export interface StillUpload {
  readonly name: string
  readonly size: number
  readonly sentBytes?: number
  readonly contentType?: string
  readonly state: UploadState
}

export interface StillOptions {
  readonly uploads: readonly StillUpload[]
  readonly gate?: Partial<QueueGate>
  readonly bytesPerSecond?: number
  readonly secondsLeft?: number
}

const statuses: readonly UploadStatus[] = [
  ...(['queued', 'signing', 'uploading', 'finalizing', 'processing'] as const),
  ...(['paused', 'waiting', 'ready', 'failed', 'cancelled'] as const),
]

/** A queue in which nothing ever happens: every state at once, also those that exclude each other. */
export function createStillQueue(adapter: FileAdapter, options: StillOptions): UploadQueue {
  const tasks = new Map(options.uploads.map((one, index) => [String(index), taskOf(one, index)]))
  const all = [...tasks.values()]
  const gate = { isPaused: false, blockedBy: null, until: null, ...options.gate }
  const totals: UploadTotals = {
    counts: Object.fromEntries(
      statuses.map((status) => [status, all.filter((task) => task.status === status).length]),
    ) as UploadTotals['counts'],
    sentBytes: sum(all, 'sentBytes'),
    totalBytes: sum(all, 'size'),
    bytesPerSecond: options.bytesPerSecond ?? null,
    secondsLeft: options.secondsLeft ?? null,
  }
  const summary = { totals, gate, idsVersion: 1 }
  const ids = [...tasks.keys()]
  const idsOf = (wanted: readonly UploadStatus[]) =>
    all.filter(({ status }) => wanted.includes(status)).map(({ id }) => id)
  return {
    ...createUploadQueue({ adapter }),
    store: { getState: () => summary, getInitialState: () => summary, subscribe: nothing },
    getTask: (id) => tasks.get(id),
    getIds: (filter) => (filter?.statuses === undefined ? ids : idsOf(filter.statuses)),
    getTotals: () => totals,
    getGate: () => gate,
    subscribeTask: nothing,
    subscribeIds: nothing,
    connect: nothing,
  }
}

const nothing = () => () => undefined

function taskOf(
  { name, size, sentBytes = 0, contentType = '', state }: StillUpload,
  index: number,
): UploadTask {
  const clientId = String(index)
  const isRunning = ['queued', 'signing', 'uploading'].includes(state.status)
  return {
    ...{ id: clientId, clientId, generation: 1, fileId: null, name, path: null, size, contentType },
    ...{ scope: null, sentBytes, confirmedBytes: sentBytes, epoch: 1, addedAt: 0 },
    ...{ canPause: isRunning, canCancel: state.status !== 'ready', canRetry: true },
    request: {
      ...{ clientId, name, path: null, contentType, size, preferredKinds: [], category: null },
      ...{ folderId: null, visibility: null, associations: [], metadata: {}, isDraft: false },
      checksum: null,
    },
    ...state,
  }
}

function sum(tasks: readonly UploadTask[], key: 'size' | 'sentBytes'): number {
  return tasks.reduce((total, task) => total + (task.status === 'cancelled' ? 0 : task[key]), 0)
}
