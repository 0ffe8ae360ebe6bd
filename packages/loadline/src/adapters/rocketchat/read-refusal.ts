import { statusError, UploadError, type JsonValue, type UploadErrorCode } from '../../core/index.js'
import type { ReadRefusal, Refusal } from '../http/api-error.js'
import { readMethodFailure } from './read-method-failure.js'

/** By the server's own code; its texts are in the language of its users. */
const codeByErrorType: Readonly<Record<string, UploadErrorCode>> = {
  'error-action-not-allowed': 'forbidden',
  'error-app-prevented': 'forbidden',
  'error-direct-message-file-upload-not-allowed': 'forbidden',
  'error-file-not-found': 'not-found',
  'error-file-too-large': 'too-large',
  'error-file-upload-disabled': 'forbidden',
  'error-invalid-file-type': 'type-not-allowed',
  'error-not-allowed': 'forbidden',
  'error-room-not-found': 'not-found',
  'error-too-many-requests': 'rate-limited',
  'invalid-file': 'not-found',
  'not-allowed': 'forbidden',
}

/** What an answer that is a refusal means, whatever version gave it. */
export const readRefusal: ReadRefusal = ({ status, data, headers }, cause) => {
  const said = isRecord(data) ? data : {}
  const body: Readonly<Record<string, unknown>> = {
    ...said,
    ...readMethodFailure(said['message']),
  }
  const { error, message } = body
  const text = [error, message].find((one): one is string => typeof one === 'string')
  const errorType = errorTypeOf(body, text)
  const known = errorType === null ? undefined : codeByErrorType[errorType]
  const isSpoken = status < 300 || status === 400
  const options = {
    status,
    cause,
    message: text ?? `Rocket.Chat answered ${status}.`,
    details: detailsOf(body, errorType),
    retryAt: status === 429 || known === 'rate-limited' ? retryAtOf(headers, text) : null,
  }
  // Any other status is plainer than its text: a 403 says "unauthorized" up to 8.
  return known !== undefined && isSpoken
    ? new UploadError(known, options)
    : statusError(status < 300 ? 400 : status, options)
}

/** Whether a body says that it failed, whatever its status. */
export function isFailure(body: unknown): boolean {
  return isRecord(body) && (body['success'] === false || body['status'] === 'error')
}

/** Of a body, or at the end of its text, in brackets. */
function errorTypeOf(body: Readonly<Record<string, unknown>>, text = ''): string | null {
  const { errorType } = body
  if (typeof errorType === 'string') return errorType
  return /\[([\w-]+)\]\s*$/.exec(text)?.[1] ?? null
}

function detailsOf(
  { details }: Readonly<Record<string, unknown>>,
  errorType: string | null,
): Readonly<Record<string, JsonValue>> {
  return {
    ...(errorType !== null && { errorType }),
    // It came as JSON.
    ...(details !== undefined && { details: details as JsonValue }),
  }
}

/**
 * The reset is told in epoch milliseconds of the server's clock, in a header that pages of another origin do not
 * see; the text tells the seconds.
 */
function retryAtOf(headers: Refusal['headers'], text = ''): number | null {
  const { date } = headers ?? {}
  const resetAt = Number(headers?.['x-ratelimit-reset'] ?? Number.NaN)
  const seconds = Number(/(\d+)\s*second/i.exec(text)?.[1] ?? Number.NaN)
  const answeredAt = typeof date === 'string' ? Date.parse(date) : Number.NaN
  const waitMs = Number.isFinite(resetAt)
    ? resetAt - (Number.isNaN(answeredAt) ? Date.now() : answeredAt)
    : seconds * 1_000
  return Number.isNaN(waitMs) ? null : Date.now() + Math.max(0, waitMs)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
