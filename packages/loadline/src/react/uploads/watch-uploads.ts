import type { UploadQueue, UploadStatus, UploadTask } from '../../core/index.js'
import type { OwnUploadReports } from './upload-reports.js'

interface WatchOptions {
  readonly queue: UploadQueue
  /** The newest ones. */
  readonly reports: () => OwnUploadReports
  readonly isOwn: (id: string) => boolean
  /** Nothing of it is under way. */
  readonly isQuiet: () => boolean
}

/**
 * Reports how uploads end. Each is told once, in a microtask of its own: what an application does
 * with it, or throws, is not in the queue's way.
 */
export function watchUploads({ queue, reports, isOwn, isQuiet }: WatchOptions): () => void {
  const ended = new Set<string>()
  const settle = (): void => {
    if (ended.size === 0 || !isQuiet()) return
    const tasks = [...ended].flatMap((id) => queue.getTask(id) ?? [])
    ended.clear()
    reports().onSettled?.({
      ready: idsOf(tasks, ['ready', 'processing']),
      failed: idsOf(tasks, ['failed']),
      cancelled: idsOf(tasks, ['cancelled']),
    })
  }
  const stopTrace = queue.on(({ taskId, data: { from, status } }) => {
    if (taskId === null || from === status || !isOwn(taskId)) return
    const task = queue.getTask(taskId)
    if (task === undefined || !isDone(task.status)) return
    // A file in processing had ended already.
    if (from !== 'processing') ended.add(taskId)
    queueMicrotask(() => report(task, reports()))
  })
  const stopStore = queue.store.subscribe(() => {
    // Later than the reports of each.
    if (ended.size > 0) queueMicrotask(settle)
  })
  return () => {
    stopTrace()
    stopStore()
  }
}

/** Nothing is left to be sent or confirmed. */
export function isDone(status: UploadStatus): boolean {
  return ['processing', 'ready', 'failed', 'cancelled'].includes(status)
}

function report(task: UploadTask, reports: OwnUploadReports): void {
  const { id } = task
  if (task.status === 'ready') reports.onUploadReady?.({ id, task, file: task.file })
  if (task.status === 'failed') reports.onUploadFailed?.({ id, task, error: task.error })
  if (task.status === 'cancelled') reports.onUploadCancelled?.({ id, task })
}

function idsOf(tasks: readonly UploadTask[], statuses: readonly UploadStatus[]): readonly string[] {
  return tasks.filter(({ status }) => statuses.includes(status)).map(({ id }) => id)
}
