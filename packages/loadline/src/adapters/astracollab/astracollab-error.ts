import {
  readRetryAfter,
  statusError,
  UploadError,
  type JsonValue,
  type UploadErrorCode,
} from '../../core/index.js'
import type { Refusal } from '../http/api-error.js'

const codes: Readonly<Record<string, UploadErrorCode>> = {
  INVALID_PARAMETERS: 'validation',
  INVALID_FILE: 'validation',
  INVALID_FOLDER_NAME: 'validation',
  INVALID_API_KEY: 'unauthenticated',
  API_KEY_EXPIRED: 'unauthenticated',
  ACCESS_DENIED: 'forbidden',
  INSUFFICIENT_PERMISSIONS: 'forbidden',
  STORAGE_QUOTA_EXCEEDED: 'quota',
  URL_EXPIRED: 'ticket-expired',
  FILE_NOT_FOUND: 'not-found',
  FOLDER_NOT_FOUND: 'not-found',
  PARENT_FOLDER_NOT_FOUND: 'not-found',
  // A queue begins an upload anew whose id the store does not know any more.
  UPLOAD_EXPIRED: 'not-found',
  FOLDER_ALREADY_EXISTS: 'conflict',
  FILE_IN_USE: 'conflict',
  FOLDER_NOT_EMPTY: 'conflict',
  FOLDER_IN_USE: 'conflict',
  FILE_TOO_LARGE: 'too-large',
  INTERNAL: 'server',
  PART_UPLOAD_FAILED: 'server',
  RATE_LIMITED: 'rate-limited',
}

/** The windows of the rate limit are hours: who is told of a longer wait has misread the unit, or been told nonsense. */
const longestWaitMs = 3_600_000

/** What a refusal says: by the vendor's code, and by its status where there is none that is known. */
export function astraCollabError(
  { status, data, headers = {} }: Refusal,
  cause?: unknown,
): UploadError {
  const { code, message, details } = readFailure(data)
  const isLimited = code === 'RATE_LIMITED' || status === 429
  // Each answer has the header, whatever it was refused for.
  const reset = isLimited ? (details['reset'] ?? headers['x-ratelimit-reset']) : null
  const options = {
    status,
    cause,
    message: message ?? `AstraCollab answered ${status}.`,
    details: { ...details, ...(code !== null && { code }) },
    retryAt: readRetryAt(reset, headers),
  }
  const known = codes[code ?? '']
  if (known === undefined) return statusError(status < 400 ? 500 : status, options)
  return new UploadError(known, options)
}

interface Failure {
  readonly code: string | null
  readonly message: string | null
  /** As they are: some numbers are texts for people. */
  readonly details: Readonly<Record<string, JsonValue>>
}

function readFailure(data: unknown): Failure {
  const { code, message, details } = recordOf(recordOf(data)['error'])
  return {
    code: typeof code === 'string' ? code : null,
    message: typeof message === 'string' ? message : null,
    details: recordOf(details) as Failure['details'],
  }
}

/**
 * When a window ends is told in seconds of the server's clock. Where that clock can be read, the wait is measured by
 * it; what seems to be over already is over.
 */
function readRetryAt(reset: unknown, headers: Readonly<Record<string, unknown>>): number | null {
  const now = Date.now()
  const seconds = Number(reset ?? Number.NaN)
  if (!Number.isFinite(seconds)) return readRetryAfter(textOf(headers['retry-after']), now)
  const answeredAt = Date.parse(textOf(headers['date']) ?? '')
  const wait = seconds * 1_000 - (Number.isNaN(answeredAt) ? now : answeredAt)
  return now + Math.min(Math.max(wait, 0), longestWaitMs)
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
