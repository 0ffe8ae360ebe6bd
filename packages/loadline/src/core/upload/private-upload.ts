import type {
  CollectedFile,
  PrepareFile,
  StoredUpload,
  UploadedPart,
  UploadError,
  UploadRef,
  UploadTask,
  UploadTicket,
} from '../contract/index.js'
import type { ResumeTo } from './upload-event.js'

/** What no task, store or log may hold: the file, and what the backend gave for it. */
export interface PrivateUpload {
  readonly source: File
  readonly duplicateKey: string
  readonly prepareFile: PrepareFile | null
  /** What is sent: the source, or what `prepareFile` made of it. */
  file: Blob
  isPrepared: boolean
  /** An async validator has not answered yet. */
  isValidating: boolean
  ref: UploadRef | null
  /** A create was not answered: the backend may have a row that nobody knows the id of. */
  mayBeCreated: boolean
  ticket: { readonly ticket: UploadTicket; readonly receivedAt: number } | null
  /** Acknowledged by the store. */
  parts: readonly UploadedPart[]
  stored: StoredUpload | null
  /** Every byte has left the page, as far as it can tell: a store that falls silent may have the file. */
  isSentWhole: boolean
  /** Failures of each step since it last got on. */
  failures: Record<ResumeTo, number>
  hasRestarted: boolean
  /** Made ready before it has its slot. */
  isAhead: boolean
  /** Monotonic ms: when it got its slot. */
  startedAt: number
  isPausedByAll: boolean
  /** Ends the transfer of this attempt; made when it begins. */
  attempt: AbortController | null
  /** Ends with the generation; made when somebody looks at it. */
  life: AbortController | null
  /** Clears the timers of the present state. */
  disarm: (() => void) | null
}

export function createPrivateUpload(
  { file }: CollectedFile,
  key: string,
  prepareFile: PrepareFile | null,
): PrivateUpload {
  return {
    source: file,
    duplicateKey: key,
    prepareFile,
    file,
    isPrepared: prepareFile === null,
    isValidating: false,
    ref: null,
    mayBeCreated: false,
    ticket: null,
    parts: [],
    stored: null,
    isSentWhole: false,
    failures: noFailures(),
    hasRestarted: false,
    isAhead: false,
    startedAt: 0,
    isPausedByAll: false,
    attempt: null,
    life: null,
    disarm: null,
  }
}

export function noFailures(): PrivateUpload['failures'] {
  return { create: 0, store: 0, finalize: 0 }
}

/** Aborts when the upload is cancelled, removed, or begun anew. */
export function lifeSignal(upload: PrivateUpload): AbortSignal {
  upload.life ??= new AbortController()
  return upload.life.signal
}

/** Forgets all that belonged to a generation. */
export function forgetGeneration(upload: PrivateUpload): void {
  upload.life?.abort()
  upload.life = null
  upload.ref = null
  upload.mayBeCreated = false
  upload.ticket = null
  upload.stored = null
  upload.isSentWhole = false
  upload.parts = []
  upload.failures = noFailures()
}

/** What only a person may repeat is not given up: the backend may have the file. */
export function isFatal({ isRetryable, code }: UploadError): boolean {
  return !isRetryable && code !== 'unconfirmed'
}

/** Whether answers for this `clientId` still matter to a task. */
export function isAlive(task: UploadTask | undefined, clientId: string): boolean {
  if (task?.clientId !== clientId || task.status === 'cancelled') return false
  return task.status !== 'failed' || !isFatal(task.error)
}
