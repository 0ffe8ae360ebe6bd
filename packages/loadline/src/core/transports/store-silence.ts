import { UploadError } from '../contract/index.js'

/** A store that did not answer. Its details name it by its origin alone: an address may hold a signature. */
export function storeSilence(url: string, cause?: unknown): UploadError {
  return new UploadError('network', {
    message: 'The store did not answer.',
    status: 0,
    details: { storeOrigin: new URL(url).origin },
    cause,
  })
}
