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

/** As of `<input accept>`, or react-dropzone's record of MIME type to extensions. */
export type Accept = string | Readonly<Record<string, readonly string[]>>

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
}

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

export interface UploadTotals {
  readonly counts: Readonly<Record<UploadStatus, number>>
  /** Cancelled uploads are left out of both. */
  readonly sentBytes: number
  readonly totalBytes: number
  /** Smoothed; `null` while unstable. */
  readonly bytesPerSecond: number | null
  readonly secondsLeft: number | null
}

/** What outsiders and devtools see: at most one update per flush. */
export interface UploadSummary {
  readonly totals: UploadTotals
  /** Grows when a task is added or removed, or changes its status. */
  readonly idsVersion: number
}

export interface SettledUploads {
  readonly ready: readonly string[]
  readonly failed: readonly string[]
  readonly cancelled: readonly string[]
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

export interface UploadQueueOptions {
  /** Added to the built-in ones; one of the same kind replaces it. */
  readonly transports?: readonly AnyTransport[] | undefined
  /** Files in flight at once. Default 4. */
  readonly concurrency?: number | undefined
  /** Where signed URLs may lead. Default: anywhere that `assertStoreUrl` lets pass. */
  readonly allowedStoreOrigins?: readonly string[] | undefined
  readonly clock?: Clock | undefined
}

/** All uploads of one adapter and one user, outside of React. */
export interface UploadQueue {
  readonly adapter: FileAdapter
  readonly store: Pick<StoreApi<UploadSummary>, 'getState' | 'getInitialState' | 'subscribe'>
  /** Starts the queue; nothing runs before. Ref-counted: it stops a macrotask after the last disconnect. */
  connect(): () => void
  /**
   * Synchronous: a task stands in the store when it returns. One bad file does not keep the good ones out.
   * @throws UploadError `unsupported` where the adapter cannot upload, or lacks a field that was given.
   */
  add(files: FilesInput, options?: AddOptions): AddResult
  cancel(selection?: UploadSelection): void
  /** Repeats the step that failed; a cancelled upload starts anew. */
  retry(selection?: UploadSelection): void
  /** Cancels what is unsettled and takes it off the queue. */
  remove(selection?: UploadSelection): void
  /** Takes ready, failed and cancelled uploads off the queue. */
  clearSettled(selection?: UploadSelection): void
  /** Resolves when each of these (default: all that are known now) is ready, failed or cancelled. Never rejects. */
  whenSettled(ids?: readonly string[]): Promise<SettledUploads>
  getTask(id: string): UploadTask | undefined
  /** In the order they were added. The same array until membership changes. */
  getIds(filter?: UploadSelector): readonly string[]
  /** The same object until something changes. */
  getTotals(scope?: string): UploadTotals
  subscribeTask(id: string, listener: () => void): () => void
  subscribeIds(filter: UploadSelector, listener: () => void): () => void
  setOptions(options: Pick<UploadQueueOptions, 'concurrency'>): void
  /** Cancels what is unsettled and lets go of everything. */
  destroy(): void
}
