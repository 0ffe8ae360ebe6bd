import type { UploadStatus, UploadTask, UploadTotals } from '../contract/index.js'
import { createSpeedMeter } from './speed-meter.js'
import { isSettled } from './upload-event.js'

const statuses: readonly UploadStatus[] = [
  'queued',
  'signing',
  'uploading',
  'finalizing',
  'processing',
  'paused',
  'waiting',
  'ready',
  'failed',
  'cancelled',
]

/** The running sums of one scope, or of all: kept by each change, never counted anew. */
export interface UploadBucket {
  readonly byStatus: Readonly<Record<UploadStatus, ReadonlySet<string>>>
  readonly isEmpty: boolean
  add(task: UploadTask): void
  delete(task: UploadTask): void
  replace(before: UploadTask, after: UploadTask): void
  /** `bytes` more of an unsettled task are on their way. */
  progress(bytes: number): void
  /** Hands what moved since the last call to the speed meter. */
  sampleSpeed(at: number): void
  /** The same object until something changes. */
  totals(at: number): UploadTotals
}

export function createUploadBucket(): UploadBucket {
  const byStatus = Object.fromEntries(
    statuses.map((status) => [status, new Set<string>()]),
  ) as Record<UploadStatus, Set<string>>
  const meter = createSpeedMeter()
  let size = 0
  let sent = 0
  let total = 0
  let left = 0
  let moved = 0
  let cached: UploadTotals | null = null

  function count(task: UploadTask, sign: 1 | -1): void {
    if (sign === 1) byStatus[task.status].add(task.id)
    else byStatus[task.status].delete(task.id)
    size += sign
    cached = null
    if (task.status === 'cancelled') return
    sent += sign * task.sentBytes
    total += sign * task.size
    if (!isSettled(task.status)) left += sign * (task.size - task.sentBytes)
  }

  return {
    byStatus,
    get isEmpty() {
      return size === 0
    },
    add: (task) => count(task, 1),
    delete: (task) => count(task, -1),
    replace(before, after) {
      count(before, -1)
      count(after, 1)
      if (after.sentBytes > before.sentBytes) moved += after.sentBytes - before.sentBytes
    },
    progress(bytes) {
      sent += bytes
      left -= bytes
      moved += bytes
      cached = null
    },
    sampleSpeed(at) {
      if (moved === 0) return
      meter.sample(moved, at)
      moved = 0
      cached = null
    },
    totals(at) {
      if (cached !== null) return cached
      const speed = left > 0 ? meter.read(at) : null
      cached = {
        counts: countsOf(byStatus),
        sentBytes: sent,
        totalBytes: total,
        bytesPerSecond: speed,
        secondsLeft: speed === null || speed < 1 ? null : left / speed,
      }
      return cached
    },
  }
}

function countsOf(
  byStatus: Readonly<Record<UploadStatus, ReadonlySet<string>>>,
): UploadTotals['counts'] {
  return Object.fromEntries(
    statuses.map((status) => [status, byStatus[status].size]),
  ) as UploadTotals['counts']
}
