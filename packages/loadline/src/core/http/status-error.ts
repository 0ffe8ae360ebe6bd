import { UploadError } from '../contract/index.js'
import type { UploadErrorCode, UploadErrorOptions } from '../contract/index.js'

const codeByStatus: Readonly<Record<number, UploadErrorCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  410: 'not-found',
  412: 'conflict',
  413: 'too-large',
  415: 'type-not-allowed',
  429: 'rate-limited',
  507: 'quota',
}

/** What an HTTP status of 400 or above means, where the body does not say it better. */
export function codeOfStatus(status: number): UploadErrorCode {
  return codeByStatus[status] ?? (status >= 500 ? 'server' : 'validation')
}

export function statusError(status: number, options: UploadErrorOptions = {}): UploadError {
  return new UploadError(codeOfStatus(status), { status, message: `HTTP ${status}`, ...options })
}

/**
 * `Retry-After`: seconds, or an HTTP date. Epoch ms, or `null`.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function readRetryAfter(value: string | null | undefined, now: number): number | null {
  if (value === null || value === undefined || value.trim() === '') return null
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return seconds >= 0 ? now + seconds * 1_000 : null
  const date = Date.parse(value)
  return Number.isNaN(date) ? null : date
}
