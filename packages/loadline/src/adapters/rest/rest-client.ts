import axios from 'axios'
import {
  isUploadError,
  readRetryAfter,
  statusError,
  UploadError,
  uploadErrorCodes,
  type HttpClient,
  type HttpRequest,
} from '../../core/index.js'
import type { Problem } from '../../protocol/index.js'

export interface RestClient {
  /** The answer's body. `url` is relative to the base. @throws UploadError */
  call(request: HttpRequest): Promise<unknown>
}

export function createRestClient(baseUrl: string, http: HttpClient | undefined): RestClient {
  const client: HttpClient = http ?? axios.create()
  const base = baseUrl.replace(/\/+$/, '')

  return {
    async call(request) {
      try {
        const answer = await client.request({ ...request, url: base + request.url })
        return isResponse(answer) ? answer.data : answer
      } catch (thrown) {
        throw toRestError(thrown)
      }
    },
  }
}

/** Whether an interceptor has left axios' response whole. */
function isResponse(answer: unknown): answer is { readonly data: unknown } {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'data' in answer &&
    'status' in answer &&
    'headers' in answer
  )
}

interface FailedRequest {
  readonly code?: string
  readonly response?: {
    readonly status: number
    readonly data?: Partial<Problem> | string | null
    readonly headers?: Readonly<Record<string, unknown>>
  }
}

/** Read by shape: the application's axios may be another copy. */
function toRestError(thrown: unknown): UploadError {
  if (isUploadError(thrown)) return thrown
  const { code, response } = (thrown ?? {}) as FailedRequest
  if (response !== undefined) return problemError(response, thrown)
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

function problemError(
  { status, data, headers }: NonNullable<FailedRequest['response']>,
  cause: unknown,
): UploadError {
  const problem = typeof data === 'object' && data !== null ? data : {}
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
