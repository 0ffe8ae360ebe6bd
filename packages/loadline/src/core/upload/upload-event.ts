import type {
  ChecksumRequest,
  Step,
  StoredFile,
  UploadError,
  UploadState,
  UploadStatus,
  WaitReason,
} from '../contract/index.js'

/** Where a task that does not hold a slot goes on. */
export type ResumeTo = 'create' | 'store' | 'finalize'

/** Wishes of people, and facts of the queue; they hold for whatever attempt is running. */
export type UploadCommand =
  | { readonly type: 'slot-granted'; readonly phase: 'preparing' | 'hashing' | 'requesting' }
  | { readonly type: 'cancel-requested' }
  /** `clientId`: of the generation that begins, where one must. */
  | { readonly type: 'retry-requested'; readonly clientId: string }
  | { readonly type: 'pause-requested' }
  | { readonly type: 'resume-requested' }
  | { readonly type: 'hold-requested' }
  | { readonly type: 'release-requested' }
  /** The queue stopped; what was under way begins anew when it is connected again. */
  | { readonly type: 'interrupted'; readonly clientId: string }
  /** Something that the task must wait for: the network, a sign-in, its file, another tab. */
  | { readonly type: 'wait-began'; readonly reason: Exclude<WaitReason, 'backoff'> }
  /** It is there again, or its time has come; `at`: epoch ms, against the earliest time of a retry. */
  | { readonly type: 'wait-ended'; readonly reason: WaitReason; readonly at: number }
  /** `clientId`: where it is not the same file as before. */
  | { readonly type: 'file-provided'; readonly clientId: string | null }

/** Answers of one attempt; they are dropped once the task has moved to another epoch. */
export type UploadAnswer = { readonly epoch: number } & (
  | { readonly type: 'phase-began'; readonly phase: 'preparing' | 'hashing' | 'requesting' }
  | {
      readonly type: 'file-prepared'
      readonly name: string
      readonly size: number
      readonly contentType: string
      readonly checksum: ChecksumRequest | null
    }
  | {
      readonly type: 'ticket-received'
      readonly fileId: string | null
      readonly partCount: number | null
    }
  | { readonly type: 'sending-began' }
  | { readonly type: 'sending-stalled' }
  | { readonly type: 'part-stored'; readonly done: number; readonly confirmedBytes: number }
  | { readonly type: 'bytes-stored' }
  /** The store forgot the upload, or the backend wants another `clientId`: everything begins anew, in the same slot. */
  | { readonly type: 'upload-lost'; readonly clientId: string }
  /** The backend has no bytes after all: they are sent again. */
  | { readonly type: 'bytes-missing' }
  | { readonly type: 'finalize-answered'; readonly file: StoredFile; readonly at: number }
  | { readonly type: 'processing-answered'; readonly file: StoredFile }
  | { readonly type: 'processing-late' }
  | { readonly type: 'retry-planned'; readonly retryAt: number }
  | { readonly type: 'step-failed'; readonly error: UploadError; readonly step: Step }
)

export type UploadEvent = UploadCommand | UploadAnswer

/** Nothing happens any more unless somebody asks for it. */
export function isSettled(status: UploadStatus): boolean {
  return status === 'ready' || status === 'failed' || status === 'cancelled'
}

/** The step that a running task is at; `null` where it is not running. */
export function resumeStep(state: UploadState): ResumeTo | null {
  switch (state.status) {
    case 'queued':
    case 'signing':
      return 'create'
    case 'uploading':
      return 'store'
    case 'finalizing':
      return 'finalize'
    case 'paused':
    case 'waiting':
      return state.resumeTo
    default:
      return null
  }
}
