import type { UploadTask, WaitReason } from '../../core/index.js'

/** What an upload waits for: `data-wait` of its row. */
export function waitOf(task: UploadTask): WaitReason | undefined {
  return task.status === 'waiting' ? task.reason : undefined
}
