import type {
  StoredFile,
  UploadedPart,
  UploadRequest,
  UploadTicket,
} from '../core/contract/index.js'

/** `POST /uploads`. Idempotent by `clientId`; absent keys mean null, or none. */
export type CreateUploadBody = Pick<UploadRequest, 'clientId' | 'name' | 'contentType' | 'size'> &
  Partial<UploadRequest>

export interface CreateUploadAnswer {
  readonly ticket: UploadTicket
}

/** `POST /uploads/{fileId}/finalize`. Idempotent by `clientId`. Answers the stored file. */
export interface FinalizeUploadBody {
  readonly clientId: string
  readonly etag?: string | null
  readonly parts?: readonly UploadedPart[]
  /** SHA-256 of the bytes, base64. */
  readonly checksum?: string | null
}

export type FinalizeUploadAnswer = StoredFile

/** `POST /uploads/{fileId}/abandon`. Idempotent; answers 204. */
export interface AbandonUploadBody {
  readonly clientId: string
  readonly reason: 'cancelled' | 'error'
}
