import { UploadError } from '../contract/index.js'

/**
 * A store that did not answer. Its details name it by its origin alone: an address may hold a signature. `wasSent`:
 * bytes went out, so that no rule on CORS kept them back.
 */
export function storeSilence(
  url: string,
  { wasSent, cause }: { wasSent: boolean; cause?: unknown },
): UploadError {
  return new UploadError('network', {
    message: 'The store did not answer.',
    status: 0,
    details: { storeOrigin: new URL(url).origin, wasSent },
    cause,
  })
}
