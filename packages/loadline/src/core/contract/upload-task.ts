import type { StoredFile } from './stored-file.js'
import type { UploadError } from './upload-error.js'
import type { UploadRequest } from './upload-request.js'

export type Step = 'create' | 'store' | 'finalize' | 'process'

export type WaitReason = 'backoff' | 'offline' | 'auth' | 'file' | 'permission' | 'other-tab'

export interface TaskBase {
  /** The row's identity, stable for ever, never derived from the file. */
  readonly id: string
  /** UUIDv4 of the present generation: the idempotency key towards the backend. */
  readonly clientId: string
  /** From 1; grows whenever the upload starts over under a new `clientId`. */
  readonly generation: number
  /** The backend's id, once it gave one. */
  readonly fileId: string | null
  readonly name: string
  readonly path: string | null
  /** Bytes. */
  readonly size: number
  readonly contentType: string
  readonly scope: string | null
  readonly request: UploadRequest
  /** Bytes to show as sent: never falls within a generation, `size` only after the store's answer. */
  readonly sentBytes: number
  /** Bytes that the store acknowledged. */
  readonly confirmedBytes: number
  /** One attempt: what answers with an older one is dropped. */
  readonly epoch: number
  /** Epoch ms. */
  readonly addedAt: number
  readonly canPause: boolean
  readonly canCancel: boolean
  readonly canRetry: boolean
}

export type UploadState =
  | { readonly status: 'queued'; readonly isHeld: boolean }
  | { readonly status: 'signing'; readonly phase: 'preparing' | 'hashing' | 'requesting' }
  | {
      readonly status: 'uploading'
      readonly phase: 'sending' | 'verifying' | 'stalled'
      readonly parts: { readonly done: number; readonly total: number } | null
    }
  /** Stored, not yet confirmed by the backend. */
  | { readonly status: 'finalizing' }
  | {
      readonly status: 'processing'
      readonly file: StoredFile
      /** Epoch ms. */
      readonly since: number
      readonly isLate: boolean
    }
  | { readonly status: 'paused'; readonly resumeTo: 'create' | 'store' }
  | {
      readonly status: 'waiting'
      readonly reason: WaitReason
      readonly resumeTo: 'create' | 'store' | 'finalize'
      /** Epoch ms. */
      readonly retryAt: number | null
    }
  | { readonly status: 'ready'; readonly file: StoredFile }
  | {
      readonly status: 'failed'
      readonly error: UploadError
      readonly step: Step
      /** The store has every byte: a retry need not send them again. */
      readonly bytesSafe: boolean
    }
  | { readonly status: 'cancelled' }

/** One upload, from the moment it is added. An immutable snapshot. */
export type UploadTask = TaskBase & UploadState

export type UploadStatus = UploadTask['status']

export type TaskIn<S extends UploadStatus> = Extract<UploadTask, { status: S }>
