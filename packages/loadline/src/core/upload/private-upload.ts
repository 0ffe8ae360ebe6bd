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
import { duplicateKey } from '../intake/check-files.js'
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
  ticket: { readonly ticket: UploadTicket; readonly receivedAt: number } | null
  /** Acknowledged by the store, by part number. */
  readonly parts: Map<number, UploadedPart>
  stored: StoredUpload | null
  /** Failures of each step since it last got on. */
  readonly failures: Record<ResumeTo, number>
  hasRestarted: boolean
  /** Monotonic ms: when it got its slot. */
  startedAt: number
  isPausedByAll: boolean
  /** Ends the transfer of this attempt. */
  attempt: AbortController
  /** Ends with the generation. */
  life: AbortController
  /** Clears the timers of the present state. */
  disarm: (() => void) | null
}

export function createPrivateUpload(
  one: CollectedFile,
  prepareFile: PrepareFile | null,
): PrivateUpload {
  return {
    source: one.file,
    duplicateKey: duplicateKey(one),
    prepareFile,
    file: one.file,
    isPrepared: prepareFile === null,
    isValidating: false,
    ref: null,
    ticket: null,
    parts: new Map(),
    stored: null,
    failures: { create: 0, store: 0, finalize: 0 },
    hasRestarted: false,
    startedAt: 0,
    isPausedByAll: false,
    attempt: new AbortController(),
    life: new AbortController(),
    disarm: null,
  }
}

/** Forgets all that belonged to a generation. */
export function forgetGeneration(upload: PrivateUpload): void {
  upload.life.abort()
  upload.life = new AbortController()
  upload.ref = null
  upload.ticket = null
  upload.stored = null
  upload.parts.clear()
  upload.failures.create = upload.failures.store = upload.failures.finalize = 0
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
