import { UploadError } from '../contract/index.js'
import type { StoreResponse, UploadErrorCode } from '../contract/index.js'
import { codeOfStatus, readRetryAfter } from '../http/status-error.js'

/** By the store's own word, which says more than the status. S3, and those that speak like it; GCS and Azure share the form. */
const codeByStoreCode: Readonly<Record<string, UploadErrorCode>> = {
  BadDigest: 'checksum-mismatch',
  EntityTooLarge: 'too-large',
  ExpiredToken: 'ticket-expired',
  InternalError: 'server',
  NoSuchUpload: 'not-found',
  PreconditionFailed: 'conflict',
  QuotaExceeded: 'quota',
  RequestTimeTooSkewed: 'ticket-expired',
  RequestTimeout: 'timeout',
  ServiceUnavailable: 'server',
  SlowDown: 'rate-limited',
  XAmzContentSHA256Mismatch: 'checksum-mismatch',
}

/**
 * What a store's answer means, `null` where it is fine. A 200 with an error in its body is a failure too.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export function readStoreError(response: StoreResponse, now: number): UploadError | null {
  const isOk = response.status >= 200 && response.status < 300
  const root = /^\s*(?:<\?xml[^>]*\?>)?\s*<Error[\s>]/.test(response.body)
  if (isOk && !root) return null
  const storeCode = root ? textOf(response.body, 'Code') : null
  const message = root ? textOf(response.body, 'Message') : null
  const isExpired = storeCode === 'AccessDenied' && /expired/i.test(message ?? '')
  const code = isExpired
    ? 'ticket-expired'
    : (codeByStoreCode[storeCode ?? ''] ?? codeOfStatus(isOk ? 500 : response.status))
  return new UploadError(code, {
    status: response.status,
    message: message ?? `The store answered ${response.status}.`,
    retryAt: readRetryAfter(response.headers['retry-after'], now),
    ...(storeCode === null ? {} : { details: { storeCode } }),
  })
}

function textOf(xml: string, element: string): string | null {
  return new RegExp(`<${element}>([^<]{0,500})</${element}>`).exec(xml)?.[1] ?? null
}
