import type { AnyTransport, UploadTicket } from '../../../core/index.js'
import type { KnownGaps } from '../known-gaps.js'

/** A request that reached the store. */
export interface SeenRequest {
  readonly url: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

/** A transport to ask, and the store that it sends to. */
export interface TransportInstance {
  readonly transport: AnyTransport
  /** Permission for this file, with a header of its own where the kind can have one. */
  createTicket(file: File): Promise<UploadTicket>
  /** What the store holds, past the transport; `null` as long as it is not whole. */
  readBytes(ticket: UploadTicket): Promise<Blob | null>
  /** Bytes of bodies that the store accepted, repeated ones counted again. */
  acceptedBytes(): number
  /** From now on the store answers every request with an error. */
  refuse(): void
  /** Requests wait in the store, or before it, until `release()`. */
  hold(): void
  release(): void
  /** What the store was asked, where it keeps that. */
  requests?(): readonly SeenRequest[]
  dispose?(): Promise<void> | void
}

export interface TransportSubject {
  /** A fresh one for each case. */
  createTransport(): Promise<TransportInstance>
  /** Sizes one under, at, and over this are tried. Default 1,000. */
  readonly partSize?: number | undefined
  /** By a case's name. A gap needs its reason, and fails once the case passes. */
  readonly knownGaps?: KnownGaps | undefined
}
