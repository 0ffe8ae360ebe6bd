import {
  isUploadError,
  readRetryAfter,
  statusError,
  UploadError,
  uploadErrorCodes,
} from '../../core/index.js'
import type { Problem } from '../../protocol/index.js'

/** An answer outside of 2xx. `headers` has their names in lower case. */
export interface Refusal {
  readonly status: number
  readonly data?: unknown
  readonly headers?: Readonly<Record<string, unknown>>
}

/** @param cause what the client threw, for the error's `cause` */
export type ReadRefusal = (refusal: Refusal, cause: unknown) => UploadError

interface FailedRequest {
  readonly code?: string
  readonly response?: Refusal
}

/** What a client threw, read by shape: the application's axios may be another copy. */
export function toApiError(thrown: unknown, readRefusal: ReadRefusal = problemError): UploadError {
  if (isUploadError(thrown)) return thrown
  const { code, response } = (thrown ?? {}) as FailedRequest
  if (response !== undefined) return readRefusal(response, thrown)
  if (code === 'ERR_CANCELED') return new UploadError('cancelled', { cause: thrown })
  if (code === 'ECONNABORTED' || code === 'ETIMEDOUT') {
    return new UploadError('timeout', { cause: thrown })
  }
  return new UploadError('network', { message: 'The backend did not answer.', cause: thrown })
}

/** One problem of a batch, which has a status but no headers of its own. */
export function problemToError(problem: unknown): UploadError {
  if (isUploadError(problem)) return problem
  const data = (problem ?? {}) as Partial<Problem>
  return problemError({ status: data.status ?? 500, data }, undefined)
}

function problemError({ status, data, headers }: Refusal, cause: unknown): UploadError {
  const problem: Partial<Problem> = typeof data === 'object' && data !== null ? data : {}
  const retryAfter = headers?.['retry-after']
  const options = {
    status,
    cause,
    message: problem.detail ?? problem.title ?? `The backend answered ${status}.`,
    details: problem.details,
    retryAt: readRetryAfter(typeof retryAfter === 'string' ? retryAfter : null, Date.now()),
  }
  const known = uploadErrorCodes.find((code) => code === problem.code)
  return known === undefined ? statusError(status, options) : new UploadError(known, options)
}
