import type { JsonValue } from './json-value.js'
import type { AssociationInput, FileVisibility } from './stored-file.js'
import type { TicketKind } from './ticket.js'

/** `value: null`: the checksums are sent per part. */
export interface ChecksumRequest {
  readonly algorithm: 'sha-256'
  /** Base64. */
  readonly value: string | null
}

/** What a backend is asked to sign. Every key is present, `null` where there is nothing. */
export interface UploadRequest {
  /** UUIDv4 of this upload generation: the idempotency key of create, finalise and abandon. */
  readonly clientId: string
  readonly name: string
  /** The folders a dropped file came in, e.g. `photos/june/a.jpg`; `null` for a single file. */
  readonly path: string | null
  readonly contentType: string
  /** Bytes. */
  readonly size: number
  /** What the browser can send, most wanted first. */
  readonly preferredKinds: readonly TicketKind[]
  /** A category's key. */
  readonly category: string | null
  readonly folderId: string | null
  readonly visibility: FileVisibility | null
  readonly associations: readonly AssociationInput[]
  readonly metadata: Readonly<Record<string, JsonValue>>
  /** Drafts that no association adopts are deleted by the backend. */
  readonly isDraft: boolean
  readonly checksum: ChecksumRequest | null
}

/** The optional fields of an upload that a backend may or may not understand. */
export type UploadField =
  | 'category'
  | 'folderId'
  | 'visibility'
  | 'associations'
  | 'metadata'
  | 'path'
  | 'checksum'
  | 'draft'
