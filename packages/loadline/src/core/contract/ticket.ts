import type { JsonValue } from './json-value.js'

export type BuiltInTicketKind = 'put' | 'form' | 'multipart'

/** tus, GCS resumable and the like: sent by a transport that the application adds. */
export type CustomTicketKind = `x-${string}`

export type TicketKind = BuiltInTicketKind | CustomTicketKind

export type Headers = Readonly<Record<string, string>>

/** The part of a ticket that may be kept and sent back: no URL, no form field, no header. */
export interface UploadRef {
  readonly clientId: string
  readonly kind: TicketKind
  readonly fileId: string | null
  /** The object store's id of a multipart upload. */
  readonly uploadId?: string | null
  /** Bytes of every part but the last. */
  readonly partSize?: number
  readonly partCount?: number
  /** The adapter's own small note. */
  readonly state?: JsonValue
}

export interface TicketBase extends UploadRef {
  /** ISO 8601; `null`: it does not expire. */
  readonly expiresAt: string | null
  /** ISO 8601, the signer's clock when it signed: a life is `expiresAt - serverTime`, whatever the browser's date. */
  readonly serverTime: string | null
  /** Bytes that the store accepts; `null`: not known. */
  readonly maxSize: number | null
}

/** One PUT of the whole body. */
export interface PutTicket extends TicketBase {
  readonly kind: 'put'
  readonly url: string
  readonly headers: Headers
}

/**
 * A presigned POST: fields are sent unchanged and in order, the file last.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
export interface FormTicket extends TicketBase {
  readonly kind: 'form'
  readonly url: string
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly fileField: string
  readonly headers: Headers
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html */
export interface MultipartTicket extends TicketBase {
  readonly kind: 'multipart'
  readonly partSize: number
  readonly partCount: number
  /** Present where all parts are signed at the start. */
  readonly parts?: readonly SignedPart[]
}

export interface CustomTicket extends TicketBase {
  readonly kind: CustomTicketKind
  readonly url: string
  readonly headers: Headers
  readonly data?: JsonValue
}

/** The permission to send one file. It holds secrets: it is never stored, logged or shown. */
export type UploadTicket = PutTicket | FormTicket | MultipartTicket | CustomTicket

/** `Extract` alone would give `never` for a custom kind. */
export type TicketOf<K extends TicketKind> = K extends BuiltInTicketKind
  ? Extract<UploadTicket, { kind: K }>
  : CustomTicket & { readonly kind: K }

export interface PartToSign {
  /** From 1. */
  readonly partNumber: number
  readonly size: number
  /** SHA-256 of the part, base64. */
  readonly checksum?: string
}

export interface SignedPart {
  readonly partNumber: number
  readonly url: string
  readonly headers: Headers
}

export interface UploadedPart {
  readonly partNumber: number
  readonly size: number
  readonly etag: string | null
  readonly checksum: string | null
}
