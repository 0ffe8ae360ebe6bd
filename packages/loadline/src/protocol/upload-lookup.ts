import type { UploadLookup, UploadLookupState } from '../core/contract/index.js'

/**
 * `GET /uploads/{fileId}` and `GET /uploads?clientId=`. A multipart upload is `pending` until the
 * store has all of its parts.
 */
export interface LookupUploadAnswer extends UploadLookup {
  readonly state: Exclude<UploadLookupState, 'unknown'>
}
