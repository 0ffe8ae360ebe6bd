import type { KnownGaps } from '../known-gaps.js'

/** What is to be signed: this key, this type, this many bytes, until then. */
export interface StoreGrant {
  readonly key: string
  readonly contentType: string
  /** Bytes, exactly. */
  readonly size: number
  /** SHA-256 that the bytes must have, base64; `null`: any. */
  readonly checksum: string | null
  /** Epoch ms. */
  readonly expiresAt: number
}

export interface StoreSignedRequest {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/** Fields go unchanged and in this order, the file after them. */
export interface StoreSignedForm {
  readonly url: string
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly fileField: string
}

export interface SentPart {
  readonly partNumber: number
  readonly size: number
  /** As the header had it. */
  readonly etag: string
}

export interface StoreMultipart {
  /** Bytes; no part but the last may have less. */
  readonly minPartSize: number
  create(key: string, contentType: string): Promise<string>
  signPart(
    grant: StoreGrant & { uploadId: string; partNumber: number },
  ): Promise<StoreSignedRequest>
  /** Rejects, or answers `null`, where the parts are not as the store has them. */
  complete(key: string, uploadId: string, parts: readonly SentPart[]): Promise<unknown>
  abort(key: string, uploadId: string): Promise<void>
}

/** A store to ask, by the one who signs for it. */
export interface ObjectStoreInstance {
  newKey(): string
  signPut(grant: StoreGrant): Promise<StoreSignedRequest>
  /** Without it there are no cases of forms. */
  signPost?(grant: StoreGrant): Promise<StoreSignedForm>
  /** Without it there are no cases of parts. */
  readonly multipart?: StoreMultipart | undefined
  /** Past everything that was signed; `null`: there is no such object. */
  readObject(key: string): Promise<Blob | null>
  /** Of a page that may upload. */
  readonly pageOrigin: string
  /** Default: the global one. It must let `Origin` be set, as Node's does and a browser's does not. */
  readonly fetch?: typeof fetch | undefined
  dispose?(): Promise<void> | void
}

export interface ObjectStoreSubject {
  /** One for each case; they may share a server. */
  createStore(): Promise<ObjectStoreInstance>
  /** By a case's name. A gap needs its reason, and fails once the case passes. */
  readonly knownGaps?: KnownGaps | undefined
}
