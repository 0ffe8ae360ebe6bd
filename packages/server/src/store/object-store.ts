/** How bytes can come in. */
export type StoreKind = 'put' | 'form' | 'multipart'

/** What a signed PUT allows, and nothing else: this key, this type, this many bytes, until then. */
export interface PutGrant {
  readonly key: string
  readonly contentType: string
  /** Bytes, exactly. */
  readonly size: number
  /** SHA-256 that the bytes must have, base64; `null`: any. */
  readonly checksum: string | null
  /** Epoch ms. */
  readonly expiresAt: number
}

/** The same for a form that is posted. */
export interface PostGrant extends PutGrant {
  /** What a form that went well is answered with. Default 204. */
  readonly successStatus?: 200 | 201 | 204 | undefined
}

/** An object that comes in parts. */
export interface MultipartRef {
  readonly key: string
  /** The store's own. */
  readonly uploadId: string
}

export interface PartGrant extends MultipartRef {
  /** From 1. */
  readonly partNumber: number
  /** Bytes, exactly. */
  readonly size: number
  /** SHA-256 that the part must have, base64; `null`: any. */
  readonly checksum: string | null
  /** Epoch ms. */
  readonly expiresAt: number
}

export interface GetGrant {
  readonly key: string
  readonly contentType: string
  /** As the person gave it; the store makes it safe to save under. */
  readonly name: string
  /** Epoch ms. */
  readonly expiresAt: number
}

/** A URL that works by itself until it expires, and the headers that must go with it. */
export interface SignedRequest {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/** Fields go unchanged and in this order, the file after them. */
export interface SignedForm {
  readonly url: string
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly fileField: string
}

export interface StoredPart {
  readonly partNumber: number
  readonly size: number
  /** Quoted, as in the header. */
  readonly etag: string
  /** SHA-256 of the part, base64; `null` where the store does not know it. */
  readonly checksum: string | null
}

export interface PartPage {
  /** By their number. */
  readonly parts: readonly StoredPart[]
  readonly hasMore: boolean
}

export interface StoredObject {
  readonly size: number
  /** Quoted, as in the header. */
  readonly etag: string
  /** SHA-256 of the bytes, base64; `null` where the store does not know it, as of an object in parts. */
  readonly checksum: string | null
  /** Nothing that was signed can write it any more. */
  readonly isPromoted: boolean
}

/**
 * Where the bytes are. A key is 32 hex digits made by the server; an object is first *incoming*
 * (what is signed writes it, nobody can read it), and by `promote` final (read only).
 */
export interface ObjectStore {
  /** Origins that signed URLs have, for a page's `connect-src`. */
  readonly origin: string
  /** Bytes; `null`: no limit of its own. */
  readonly maxObjectSize: number | null
  readonly kinds: readonly StoreKind[]
  signPut(grant: PutGrant): Promise<SignedRequest>
  signPost(grant: PostGrant): Promise<SignedForm>
  signGet(grant: GetGrant): Promise<SignedRequest>
  /** Answers the `uploadId`. */
  createMultipart(key: string, contentType: string): Promise<string>
  /** In the order of the grants. */
  signParts(grants: readonly PartGrant[]): Promise<readonly SignedRequest[]>
  /** Those with a number above `after`, at most `limit`. `null`: there is no such upload (any more). */
  listParts(ref: MultipartRef, after: number, limit: number): Promise<PartPage | null>
  /**
   * Makes the parts one incoming object, in the order of their numbers. `null`: the upload is not
   * there (any more), or a part has other bytes by now.
   */
  completeMultipart(ref: MultipartRef, parts: readonly StoredPart[]): Promise<StoredObject | null>
  /** Deletes the parts; one that is still on its way leaves nothing. Idempotent. */
  abortMultipart(ref: MultipartRef): Promise<void>
  head(key: string): Promise<StoredObject | null>
  /**
   * Moves the object with this ETag to where nothing that was signed reaches. Idempotent.
   * `null`: it is not there, or its bytes are others by now.
   */
  promote(key: string, etag: string): Promise<StoredObject | null>
  /** The bytes of a final object, or the first `limitBytes` of them. `null`: there is none. */
  read(key: string, limitBytes: number | null): Promise<ReadableStream<Uint8Array> | null>
  /**
   * Keeps bytes that come through the server as an incoming object. Where the source fails, that error
   * is thrown, and nothing stays.
   */
  receive(key: string, bytes: AsyncIterable<Uint8Array>, contentType: string): Promise<void>
  /** Keeps bytes of the server's own as a final object. A key that is final or deleted stays as it is. */
  write(key: string, bytes: Uint8Array, contentType: string): Promise<void>
  /** Deletes it, incoming, in parts or final, and lets nothing write the key again. Idempotent. */
  delete(key: string): Promise<void>
}
