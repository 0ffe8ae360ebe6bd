import type { PartToSign, SignedPart, UploadedPart } from '../core/contract/index.js'

/** `POST /uploads/{fileId}/parts`, at most 1,000 in one call. */
export interface SignPartsBody {
  readonly parts: readonly PartToSign[]
}

/** In the order of the request. */
export interface SignPartsAnswer {
  readonly parts: readonly SignedPart[]
}

/** `GET /uploads/{fileId}/parts?from=`: those that the store has, by number. */
export interface ListPartsAnswer {
  readonly parts: readonly UploadedPart[]
  /** What to send as `from` for the next page; `null`: this was the last. */
  readonly nextPartNumber: number | null
}
