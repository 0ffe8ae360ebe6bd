import type { Step, StoredFile, UploadError, UploadStatus } from '../contract/index.js'

/** Wishes of people and of the scheduler; they hold for whatever attempt is running. */
export type UploadCommand =
  | { readonly type: 'slot-granted' }
  | { readonly type: 'cancel-requested' }
  /** `clientId`: of the generation that begins, where one must. */
  | { readonly type: 'retry-requested'; readonly clientId: string }
  /** The queue stopped; what was under way begins anew when it is connected again. */
  | { readonly type: 'interrupted'; readonly clientId: string }

/** Answers of one attempt; they are dropped once the task has moved to another epoch. */
export type UploadAnswer = { readonly epoch: number } & (
  | { readonly type: 'ticket-received'; readonly fileId: string | null }
  | { readonly type: 'bytes-stored' }
  | { readonly type: 'finalize-answered'; readonly file: StoredFile; readonly at: number }
  | { readonly type: 'step-failed'; readonly error: UploadError; readonly step: Step }
)

export type UploadEvent = UploadCommand | UploadAnswer

/** Nothing happens any more unless somebody asks for it. */
export function isSettled(status: UploadStatus): boolean {
  return status === 'ready' || status === 'failed' || status === 'cancelled'
}
