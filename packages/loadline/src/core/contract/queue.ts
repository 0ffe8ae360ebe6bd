import type { StoreApi } from 'zustand/vanilla'
import type { FileAdapter } from './adapter.js'
import type { JsonValue } from './json-value.js'
import type { AssociationInput, FileVisibility } from './stored-file.js'
import type { AnyTransport } from './transport.js'
import type { UploadStatus, UploadTask } from './upload-task.js'

export interface CollectedFile {
  readonly file: File
  readonly path: string | null
}

export type FilesInput = Iterable<File | CollectedFile> | ArrayLike<File>

/** As of `<input accept>`, or a record of MIME type to extensions. */
export type Accept = string | Readonly<Record<string, readonly string[]>>

export type RejectionCode =
  | 'type-not-allowed'
  | 'too-large'
  | 'too-small'
  | 'too-many'
  | 'total-too-large'
  | 'quota'
  | 'duplicate'
  | 'name-invalid'
  | 'empty'
  | 'unreadable'
  | 'custom'

export interface RejectionReason {
  readonly code: RejectionCode
  /** The rule that was broken: bytes, a count, or the accepted types. */
  readonly limit?: number | readonly string[]
  /** For developers; people read `messages[code]`. */
  readonly message: string
}

export interface FileRejection {
  readonly file: File
  readonly path: string | null
  readonly errors: readonly RejectionReason[]
  /** Adds the file all the same, where being a duplicate is all that is wrong. Answers the task's id, else `null`. */
  addAnyway(): string | null
}

export interface PrepareContext {
  /** Aborts when the upload is cancelled or paused. */
  readonly signal: AbortSignal
  readonly task: UploadTask
}

/**
 * Changes a file just before it is signed: a smaller image, another name. Two at a time.
 * `null` keeps the file out: its task is removed, and reported as a rejection with code `custom`.
 */
export type PrepareFile = (
  file: File,
  context: PrepareContext,
) => File | Blob | null | Promise<File | Blob | null>

/** A reason keeps the file out. At once: it is rejected by `add`; as a promise: the task is queued until then, and fails. */
export type ValidateFile = (
  file: File,
  context: PrepareContext,
) => RejectionReason | null | Promise<RejectionReason | null>

/** What a set of files must satisfy. All sizes in bytes; exactly the limit is accepted. */
export interface FileRules {
  readonly accept?: Accept | undefined
  readonly minSize?: number | undefined
  readonly maxSize?: number | undefined
  /** Uploads of the same scope that were not cancelled count too, here and in `maxTotalSize`. */
  readonly maxFiles?: number | undefined
  readonly maxTotalSize?: number | undefined
  /** A duplicate has the path, name, size, type and `lastModified` of an unsettled upload of the same scope. Default `reject`. */
  readonly duplicates?: 'reject' | 'allow' | undefined
}

export interface AddOptions extends FileRules {
  /** A category's key. */
  readonly category?: string | undefined
  readonly folderId?: string | null | undefined
  readonly visibility?: FileVisibility | undefined
  readonly associations?: readonly AssociationInput[] | undefined
  readonly metadata?: Readonly<Record<string, JsonValue>> | undefined
  readonly isDraft?: boolean | undefined
  /** Kept on the task: components show only the uploads of their scope. */
  readonly scope?: string | undefined
  /** Instead of the queue's own. */
  readonly prepareFile?: PrepareFile | undefined
  /** Instead of the queue's own. */
  readonly validate?: ValidateFile | undefined
}

export interface AddResult {
  readonly ids: readonly string[]
  readonly rejections: readonly FileRejection[]
}

export interface UploadSelector {
  readonly scope?: string | undefined
  readonly statuses?: readonly UploadStatus[] | undefined
}

/** An id, ids, or all that a selector matches. Left out: all. */
export type UploadSelection = string | readonly string[] | UploadSelector

/** Why the queue starts nothing. Running uploads may wait for the same fact. */
export interface QueueGate {
  readonly isPaused: boolean
  readonly blockedBy: null | 'offline' | 'auth' | 'quota' | 'rate-limit'
  /** Epoch ms; `null`: until something happens. */
  readonly until: number | null
}

export interface UploadTotals {
  readonly counts: Readonly<Record<UploadStatus, number>>
  /**
   * Cancelled uploads are left out of both. So are, while anything is under way, those that had settled before:
   * a finished batch does not dilute the progress of a new one.
   */
  readonly sentBytes: number
  readonly totalBytes: number
  /** Smoothed; `null` while unstable. */
  readonly bytesPerSecond: number | null
  readonly secondsLeft: number | null
}

/** What outsiders and devtools see: at most one update per flush. */
export interface UploadSummary {
  readonly totals: UploadTotals
  readonly gate: QueueGate
  /** Grows when a task is added or removed, or changes its status. */
  readonly idsVersion: number
}

export interface SettledUploads {
  readonly ready: readonly string[]
  readonly failed: readonly string[]
  readonly cancelled: readonly string[]
}

/** Full jitter: each delay is random up to `baseDelayMs` × 2^n, at most `maxDelayMs`. */
export interface RetryPolicy {
  /** Of signing and storing; an acknowledged part starts the count anew. Default 6. */
  readonly attemptsPerPart?: number | undefined
  /** Default 8. */
  readonly attemptsPerFinalize?: number | undefined
  /** Default 500. */
  readonly baseDelayMs?: number | undefined
  /** Default 30,000. */
  readonly maxDelayMs?: number | undefined
}

/** Time and chance, so that tests can hold them. */
export interface Clock {
  /** Epoch ms. */
  now(): number
  /** Ms from any origin, never set back. */
  monotonic(): number
  /** In [0, 1). */
  random(): number
  /** Answers a function that clears it. */
  setTimeout(run: () => void, delayMs: number): () => void
}

export interface Connectivity {
  isOnline(): boolean
  subscribe(listener: () => void): () => void
}

export interface UploadQueueOptions {
  /** Added to the built-in ones; one of the same kind replaces it. */
  readonly transports?: readonly AnyTransport[] | undefined
  /** Files in flight at once. Default 4. */
  readonly concurrency?: number | undefined
  /** Requests to one origin of the store at once, parts of all files included. Default 6. */
  readonly maxRequestsPerOrigin?: number | undefined
  readonly retry?: RetryPolicy | undefined
  /** Without a byte for so long, a transfer begins anew; slow lines get more. Default 30,000. */
  readonly stallTimeoutMs?: number | undefined
  /** From this size on, multipart is preferred. Default 32 MiB. */
  readonly multipartThreshold?: number | undefined
  /** Default `sha-256` where the adapter's `uploadFields` has `checksum`, else `none`. */
  readonly checksum?: 'none' | 'sha-256' | undefined
  /** Recovery after a reload is off. */
  readonly recovery?: false | undefined
  readonly prepareFile?: PrepareFile | undefined
  readonly validate?: ValidateFile | undefined
  /** Where signed URLs may lead. Default: anywhere that `assertStoreUrl` lets pass. */
  readonly allowedStoreOrigins?: readonly string[] | undefined
  /** Asked once when the backend wants a sign-in: resolved, everything goes on; rejected, `authenticated()` is awaited. */
  readonly onAuthRequired?: (() => Promise<void>) | undefined
  /** `false`: uploads are held until `release()`. Default `true`. */
  readonly autoUpload?: boolean | undefined
  readonly clock?: Clock | undefined
  readonly connectivity?: Connectivity | undefined
}

/** One line of the trace: redacted, structured. */
export interface UploadTraceEvent {
  readonly type: string
  readonly taskId: string | null
  /** Epoch ms. */
  readonly at: number
  readonly data: Readonly<Record<string, JsonValue>>
}

/** All uploads of one adapter and one user, outside of React. */
export interface UploadQueue {
  readonly adapter: FileAdapter
  readonly userKey: string | null
  readonly store: Pick<StoreApi<UploadSummary>, 'getState' | 'getInitialState' | 'subscribe'>
  /** Starts the queue; nothing runs before. Ref-counted: it stops a macrotask after the last disconnect. */
  connect(): () => void
  /**
   * Synchronous: a task stands in the store when it returns. One bad file does not keep the good ones out.
   * @throws UploadError `unsupported` where the adapter cannot upload, or lacks a field that was given.
   */
  add(files: FilesInput, options?: AddOptions): AddResult
  /** Without a selection: everything that can be, and nothing new starts until `resume()`. */
  pause(selection?: UploadSelection): void
  /** Without a selection it undoes `pause()`, but not what was paused one by one. */
  resume(selection?: UploadSelection): void
  cancel(selection?: UploadSelection): void
  /**
   * Repeats the step that failed; one that backs off tries now. A cancelled upload starts anew, but only where the
   * selection names it.
   */
  retry(selection?: UploadSelection): void
  /** Cancels what is unsettled and takes it off the queue. */
  remove(selection?: UploadSelection): void
  /** To the head of its lane; nothing that runs is stopped. */
  prioritize(selection: UploadSelection): void
  /** Stops new starts; running uploads finish. Without a selection also of what is added later. */
  hold(selection?: UploadSelection): void
  release(selection?: UploadSelection): void
  /** Takes ready, failed and cancelled uploads off the queue. */
  clearSettled(selection?: UploadSelection): void
  /** Gives a waiting upload its file again. Another file than before starts a new generation. */
  provideFile(id: string, file: File): void
  /** What is sent, to be shown; `null`: its bytes are not here, say after a reload. */
  getFile(id: string): Blob | null
  /** The person has signed in again. */
  authenticated(): void
  getGate(): QueueGate
  /**
   * Resolves when each of these (default: all that are known now) is ready, failed or cancelled; never rejects.
   * `until: 'finalized'`, the default, counts a file in processing as ready.
   */
  whenSettled(
    ids?: readonly string[],
    options?: { readonly until?: 'finalized' | 'ready' | undefined },
  ): Promise<SettledUploads>
  getTask(id: string): UploadTask | undefined
  /** In the order they were added. The same array until membership changes. */
  getIds(filter?: UploadSelector): readonly string[]
  /** The same object until something changes. */
  getTotals(scope?: string): UploadTotals
  subscribeTask(id: string, listener: () => void): () => void
  subscribeIds(filter: UploadSelector, listener: () => void): () => void
  setOptions(
    options: Pick<UploadQueueOptions, 'concurrency' | 'maxRequestsPerOrigin' | 'retry'>,
  ): void
  /** Every event of every upload, for support, devtools and tests. */
  on(listener: (event: UploadTraceEvent) => void): () => void
  /** Cancels what is unsettled and lets go of everything. */
  destroy(options?: { readonly purge?: boolean | undefined }): void
}
