import type { StoredUpload } from '../../core/index.js'
import type { FinalizeUploadBody } from '../../protocol/index.js'

/** Parts are the store's own: the backend lists them, and what a browser says of them is only compared. */
export function finalizeBody({ ref, request, etag, parts }: StoredUpload): FinalizeUploadBody {
  return {
    clientId: ref.clientId,
    etag,
    checksum: request.checksum?.value ?? null,
    ...(parts === undefined ? {} : { parts }),
  }
}
