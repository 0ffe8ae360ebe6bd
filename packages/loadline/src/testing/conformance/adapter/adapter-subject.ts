import type {
  FileAdapter,
  StoredFile,
  UploadedPart,
  UploadRequest,
  UploadTicket,
} from '../../../core/index.js'
import type { KnownGaps } from '../known-gaps.js'

/** What the store answered to a whole file; `TransportResult` spread out. */
export interface SentFile {
  readonly status: number
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body?: string | undefined
  /** Default: the header. */
  readonly etag?: string | null | undefined
  readonly parts?: readonly UploadedPart[] | undefined
}

/** A backend to ask, with a store behind it. */
export interface AdapterInstance {
  readonly adapter: FileAdapter
  /** Brings the bytes to the store as the ticket says. An error of the store is an answer, not an exception. */
  send(ticket: UploadTicket, file: File): Promise<SentFile>
  /** The bytes of a stored file, past the adapter. Without it they are read by `readFile`, or taken on trust. */
  readBytes?(file: StoredFile): Promise<Blob>
  /** What every upload to this backend must have, a category perhaps. */
  readonly request?: Partial<UploadRequest> | undefined
  dispose?(): Promise<void> | void
}

export interface AdapterSubject {
  /** A fresh one for each case. */
  createAdapter(): Promise<AdapterInstance>
  /** By a case's name. A gap needs its reason, and fails once the case passes. */
  readonly knownGaps?: KnownGaps | undefined
}
