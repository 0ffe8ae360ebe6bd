/** What a signed PUT allows, and nothing else: this key, this type, this many bytes, until then. */
export interface PutGrant {
  readonly key: string
  readonly contentType: string
  /** Bytes, exactly. */
  readonly size: number
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

export interface StoredObject {
  readonly size: number
  /** Quoted, as in the header. */
  readonly etag: string
  /** SHA-256 of the bytes, base64; `null` where the store does not know it. */
  readonly checksum: string | null
  /** No signed PUT can write it any more. */
  readonly isPromoted: boolean
}

/**
 * Where the bytes are. A key is 32 hex digits made by the server; an object is first *incoming*
 * (signed PUTs write it, nobody can read it), and by `promote` final (read only).
 */
export interface ObjectStore {
  /** Origins that signed URLs have, for a page's `connect-src`. */
  readonly origin: string
  /** Bytes; `null`: no limit of its own. */
  readonly maxObjectSize: number | null
  signPut(grant: PutGrant): Promise<SignedRequest>
  signGet(grant: GetGrant): Promise<SignedRequest>
  head(key: string): Promise<StoredObject | null>
  /**
   * Moves the object with this ETag to where no signed PUT reaches. Idempotent.
   * `null`: it is not there, or its bytes are others by now.
   */
  promote(key: string, etag: string): Promise<StoredObject | null>
  /** Deletes it, incoming or final, and lets no signed PUT write the key again. Idempotent. */
  delete(key: string): Promise<void>
}
