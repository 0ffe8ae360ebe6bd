import type { FileRejection, UploadQueue } from '../../core/index.js'
import type { OwnUploadReports } from '../uploads/upload-reports.js'
import { isDone, watchUploads } from '../uploads/watch-uploads.js'

interface OwnUpload {
  readonly file: File
  readonly path: string | null
  sentBytes: number
}

export interface OwnReports extends OwnUploadReports {
  /** `prepareFile` kept it out. */
  readonly onKeptOut: (rejection: FileRejection) => void
}

/** The uploads that one component added, and what is told of them. */
export class OwnUploads {
  readonly #queue: UploadQueue
  /** Until they are ready: nothing is told of them afterwards. */
  readonly #uploads = new Map<string, OwnUpload>()
  /** In the order they were added, some of them ended meanwhile. */
  readonly #open = new Set<string>()

  constructor(queue: UploadQueue) {
    this.#queue = queue
  }

  adopt(id: string, file: File): void {
    const path = this.#queue.getTask(id)?.path ?? null
    this.#uploads.set(id, { file, path, sentBytes: 0 })
    this.#open.add(id)
  }

  watch(reports: () => OwnReports): () => void {
    const queue = this.#queue
    const stops = [
      watchUploads({
        queue,
        reports,
        isOwn: (id) => this.#uploads.has(id),
        isQuiet: () => this.#isQuiet(),
      }),
      queue.on(({ type, taskId, data: { status } }) => {
        const own = taskId === null ? undefined : this.#uploads.get(taskId)
        if (own === undefined || taskId === null) return
        if (type === 'file-rejected') queueMicrotask(() => reports().onKeptOut(keptOut(own)))
        if (type === 'file-rejected' || status === 'ready') this.#uploads.delete(taskId)
        else this.#open.add(taskId)
      }),
      queue.store.subscribe(() => this.#tellProgress(reports)),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }

  #isQuiet(): boolean {
    for (const id of this.#open) {
      const task = this.#queue.getTask(id)
      if (task !== undefined && !isDone(task.status)) return false
      this.#open.delete(id)
    }
    return true
  }

  #tellProgress(reports: () => OwnReports): void {
    for (const id of this.#queue.getIds({ statuses: ['uploading', 'finalizing'] })) {
      const own = this.#uploads.get(id)
      const task = this.#queue.getTask(id)
      if (own === undefined || task === undefined || task.sentBytes === own.sentBytes) continue
      own.sentBytes = task.sentBytes
      queueMicrotask(() => reports().onUploadProgress?.({ id, task }))
    }
  }
}

function keptOut({ file, path }: OwnUpload): FileRejection {
  const errors = [{ code: 'custom', message: '`prepareFile` kept the file out.' }] as const
  return { file, path, errors, addAnyway: () => null }
}
