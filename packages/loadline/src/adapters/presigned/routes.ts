import type { FileStatus, UploadRequest } from '../../core/index.js'

/** What `signUrl` is sent. */
export type SignBody = UploadRequest

/** What `signUrl` answers, as JSON. */
export interface SignAnswer {
  /** Absolute: where the browser sends the bytes. It is a secret. */
  readonly url: string
  /** What was signed along, sent unchanged. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** With fields the file is posted as a form, after them and as `file`; without, it is PUT. */
  readonly fields?:
    | Readonly<Record<string, string>>
    | readonly (readonly [name: string, value: string])[]
    | undefined
  /** Your own id of the file. */
  readonly fileId?: string | null | undefined
  /** ISO 8601. */
  readonly expiresAt?: string | null | undefined
}

/** What `finalizeUrl` is sent, once the bytes are in the store. It may come again: the answer got lost. */
export interface FinalizeBody {
  /** The upload's own id, as `signUrl` was sent it. */
  readonly clientId: string
  /** What `signUrl` answered. */
  readonly fileId: string | null
  readonly name: string
  readonly contentType: string
  /** Bytes, as the browser says: look into the store for what is there. */
  readonly size: number
  /** As the store told the browser; `null` where its CORS rules do not expose it. */
  readonly etag: string | null
}

/** What `finalizeUrl` answers, as JSON, or nothing at all. What is absent stays as it was sent. */
export interface FinalizeAnswer {
  /** Default: `fileId`, else `clientId`. */
  readonly id?: string | null | undefined
  readonly name?: string | null | undefined
  /** Works without headers. Default: there is none. */
  readonly url?: string | null | undefined
  /** Default `ready`. */
  readonly status?: FileStatus | null | undefined
}
