import type { StoredFile, UploadTicket } from '../core/contract/index.js'
import type { Problem } from './problem.js'
import type { CreateUploadBody, FinalizeUploadBody } from './uploads.js'

export interface BatchRefusal {
  readonly error: Problem
}

/** `POST /uploads/batch`. */
export interface CreateUploadsBody {
  readonly uploads: readonly CreateUploadBody[]
}

/** In the order of the requests, here and below. */
export interface CreateUploadsAnswer {
  readonly results: readonly ({ readonly ticket: UploadTicket } | BatchRefusal)[]
}

/** `POST /uploads/finalize`. */
export interface FinalizeUploadsBody {
  readonly uploads: readonly (FinalizeUploadBody & { readonly fileId: string })[]
}

export interface FinalizeUploadsAnswer {
  readonly results: readonly ({ readonly file: StoredFile } | BatchRefusal)[]
}

/** `POST /uploads/abandon`. Without `fileId` the upload is found by its `clientId`. */
export interface AbandonUploadsBody {
  readonly uploads: readonly { readonly clientId: string; readonly fileId?: string | null }[]
  readonly reason: 'cancelled' | 'error'
}

export interface AbandonUploadsAnswer {
  readonly results: readonly (Readonly<Record<string, never>> | BatchRefusal)[]
}
