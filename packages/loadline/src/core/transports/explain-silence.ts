import { UploadError } from '../contract/index.js'

const probeTimeoutMs = 5_000

/**
 * To a page, a store whose CORS rule refuses it is as silent as a dead network. Where no byte went out, though the
 * store answers a request that needs no rule, the rule is to blame. Any other error is answered as it is.
 */
export async function explainSilence(
  error: UploadError,
  method: 'PUT' | 'POST',
): Promise<UploadError> {
  const { storeOrigin, wasSent } = error.details
  const isSilent = error.code === 'network' && typeof storeOrigin === 'string'
  if (!isSilent || wasSent === true || typeof location === 'undefined') return error
  if (!(await isReachable(storeOrigin))) return error
  const rule = {
    AllowedOrigins: [location.origin],
    AllowedMethods: [method],
    AllowedHeaders: ['*'],
    ExposeHeaders: ['ETag'],
  }
  return new UploadError('storage-cors', {
    status: 0,
    message: `The store answers, but refuses this page. Add to the CORS rules of the bucket: ${JSON.stringify(rule)}.`,
    details: { rule },
    cause: error,
  })
}

/** By the origin alone: an address with a signature is for the upload. */
async function isReachable(origin: string): Promise<boolean> {
  try {
    await fetch(origin, {
      method: 'HEAD',
      mode: 'no-cors',
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(probeTimeoutMs),
    })
    return true
  } catch {
    return false
  }
}
