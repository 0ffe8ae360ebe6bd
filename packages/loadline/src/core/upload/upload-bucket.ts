import type { UploadStatus, UploadTask, UploadTotals } from '../contract/index.js'
import { SpeedMeter } from './speed-meter.js'
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
export class UploadBucket {
  readonly #ids = byStatus(() => new Set<string>())
  readonly #meter = new SpeedMeter()
  #size = 0
  #sent = 0
  #total = 0
  /** Bytes of unsettled tasks that are still to be sent. */
  #left = 0
  #moved = 0
  /** Unsettled tasks. */
  #open = 0
  /** What was settled before the newest batch began, and its bytes: it does not dilute what is under way. */
  readonly #past = new Set<string>()
  #pastSent = 0
  #pastTotal = 0
  #totals: UploadTotals | null = null

  get byStatus(): Readonly<Record<UploadStatus, ReadonlySet<string>>> {
    return this.#ids
  }

  get isEmpty(): boolean {
    return this.#size === 0
  }

  /** Of all that was not cancelled, former batches included. */
  get allBytes(): number {
    return this.#total
  }

  add(task: UploadTask): void {
    if (this.#open === 0 && !isSettled(task.status)) this.#beginBatch()
    this.#count(task, 1)
  }

  delete(task: UploadTask): void {
    this.#takeFromPast(task)
    this.#count(task, -1)
  }

  replace(before: UploadTask, after: UploadTask): void {
    this.#takeFromPast(before)
    this.#count(before, -1)
    this.#count(after, 1)
    if (after.sentBytes > before.sentBytes) this.#moved += after.sentBytes - before.sentBytes
  }

  /** So many more bytes of an unsettled task are on their way. */
  progress(bytes: number): void {
    this.#sent += bytes
    this.#left -= bytes
    this.#moved += bytes
    this.#totals = null
  }

  /** Hands what moved since the last call to the speed meter. */
  sampleSpeed(at: number): void {
    if (this.#moved === 0) return
    this.#meter.sample(this.#moved, at)
    this.#moved = 0
    this.#totals = null
  }

  /** The same object until something changes. */
  totals(at: number): UploadTotals {
    if (this.#totals === null) {
      const isUnderWay = this.#open > 0
      const speed = this.#left > 0 ? this.#meter.read(at) : null
      this.#totals = {
        counts: byStatus((status) => this.#ids[status].size),
        sentBytes: this.#sent - (isUnderWay ? this.#pastSent : 0),
        totalBytes: this.#total - (isUnderWay ? this.#pastTotal : 0),
        bytesPerSecond: speed,
        secondsLeft: speed === null || speed < 1 ? null : this.#left / speed,
      }
    }
    return this.#totals
  }

  #beginBatch(): void {
    for (const ids of Object.values(this.#ids)) for (const id of ids) this.#past.add(id)
    this.#pastSent = this.#sent
    this.#pastTotal = this.#total
  }

  #takeFromPast({ id, status, sentBytes, size }: UploadTask): void {
    if (!this.#past.delete(id) || status === 'cancelled') return
    this.#pastSent -= sentBytes
    this.#pastTotal -= size
  }

  #count(task: UploadTask, sign: 1 | -1): void {
    this.#ids[task.status][sign === 1 ? 'add' : 'delete'](task.id)
    this.#size += sign
    this.#totals = null
    if (!isSettled(task.status)) this.#open += sign
    if (task.status === 'cancelled') return
    this.#sent += sign * task.sentBytes
    this.#total += sign * task.size
    if (!isSettled(task.status)) this.#left += sign * (task.size - task.sentBytes)
  }
}

function byStatus<T>(make: (status: UploadStatus) => T): Record<UploadStatus, T> {
  return Object.fromEntries(statuses.map((status) => [status, make(status)])) as Record<
    UploadStatus,
    T
  >
}
