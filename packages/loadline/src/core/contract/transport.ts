import type { StoreResponse } from './adapter.js'
import type {
  BuiltInTicketKind,
  CustomTicketKind,
  Headers,
  TicketKind,
  TicketOf,
  UploadedPart,
  UploadRef,
  UploadTicket,
} from './ticket.js'

export interface TransportInput<T extends UploadTicket> {
  readonly ticket: T
  readonly ref: UploadRef
  readonly file: Blob
  readonly name: string
  readonly contentType: string
  readonly signal: AbortSignal
  /** Parts that the store has from an earlier attempt. */
  readonly acknowledged: readonly UploadedPart[]
  /** Bytes of this file handed to the network so far, confirmed ones included. */
  onProgress(sentBytes: number): void
  onPart(part: UploadedPart): void
  /** The upload's persistable note changed. */
  onRef(ref: UploadRef): void
  /** The adapter's rotating headers for this URL, `{}` for an origin that is not its own. */
  headersFor(url: string): Promise<Headers>
  /** Waits for a place among the requests to the URL's origin; the answer gives it back. */
  acquireSlot(url: string): Promise<() => void>
}

export interface TransportResult {
  readonly response: StoreResponse
  readonly etag: string | null
  readonly parts?: readonly UploadedPart[]
}

/** Sends the bytes of one kind of ticket. It throws `UploadError` only, `cancelled` when its signal aborts. */
export interface UploadTransport<K extends TicketKind = TicketKind> {
  readonly kind: K
  /** Whether sent bytes survive a pause. */
  readonly canPause: boolean
  send(input: TransportInput<TicketOf<K>>): Promise<TransportResult>
}

export type AnyTransport =
  | { [K in BuiltInTicketKind]: UploadTransport<K> }[BuiltInTicketKind]
  | UploadTransport<CustomTicketKind>
