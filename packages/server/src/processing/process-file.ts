import type { JsonValue } from 'loadline/protocol'

/** What is told of a file that waits in `processing`. */
export interface ProcessedFile {
  readonly id: string
  readonly name: string
  readonly contentType: string
  /** Bytes. */
  readonly size: number
  /** SHA-256 of the bytes, base64. */
  readonly checksum: string | null
  /** A key of the operator's configuration. */
  readonly category: string | null
  readonly metadata: Readonly<Record<string, JsonValue>>
  readonly ownerId: string
  readonly tenantId: string
}

export interface ProcessedObject {
  /** The bytes, or the first of them. They are final: nothing that was signed can change them. */
  read(limitBytes?: number): Promise<ReadableStream<Uint8Array>>
  /** Aborted when the attempt takes too long, and when the server closes. */
  readonly signal: AbortSignal
}

export type ProcessResult =
  | { readonly status: 'ready' }
  /**
   * `reason`: what the file's `statusReason` says to everybody who may see the file. `infected`, `content-mismatch` and
   * `damaged` are put into words by the list; another text is shown as it is. What is beyond 500 characters is left out.
   */
  | { readonly status: 'error'; readonly reason: string }

/**
 * Looks at a stored file before anybody may use it: a virus scan, a conversion. Until it answers the
 * file is `processing`. One that throws, or hangs, is called again some minutes later, a few times; so
 * it must bear being called twice for one file. Only the answer of its latest call counts.
 */
export type ProcessFile = (file: ProcessedFile, object: ProcessedObject) => Promise<ProcessResult>
