import axios from 'axios'
import type { HttpClient, HttpRequest } from '../../core/index.js'
import { toApiError, type ReadRefusal } from './api-error.js'

export interface ApiAnswer {
  readonly body: unknown
  /** The backend's own clock, epoch ms; `null` where the page may not read it, or an interceptor left the body alone. */
  readonly answeredAt: number | null
}

/** What an adapter asks its backend by. `url` is relative to the base. */
export interface ApiClient {
  /** The answer's body. @throws UploadError */
  call(request: HttpRequest): Promise<unknown>
  /** @throws UploadError */
  ask(request: HttpRequest): Promise<ApiAnswer>
}

/**
 * @param http the application's own client; without one, axios as it comes
 * @param readRefusal what an answer outside of 2xx says; default: RFC 9457 problems
 */
export function createApiClient(
  baseUrl: string,
  http: HttpClient | undefined,
  readRefusal?: ReadRefusal,
): ApiClient {
  const client: HttpClient = http ?? axios.create()
  const base = baseUrl.replace(/\/+$/, '')
  const ask: ApiClient['ask'] = async (request) => {
    try {
      const answer = await client.request({ ...request, url: base + request.url })
      return isResponse(answer)
        ? { body: answer.data, answeredAt: readDate(answer.headers) }
        : { body: answer, answeredAt: null }
    } catch (thrown) {
      throw toApiError(thrown, readRefusal)
    }
  }
  return { ask, call: async (request) => (await ask(request)).body }
}

interface Response {
  readonly data: unknown
  readonly headers: unknown
}

/** Whether an interceptor has left axios' response whole. */
function isResponse(answer: unknown): answer is Response {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'data' in answer &&
    'status' in answer &&
    'headers' in answer
  )
}

function readDate(headers: unknown): number | null {
  const { date } = (headers ?? {}) as { readonly date?: unknown }
  const answeredAt = typeof date === 'string' ? Date.parse(date) : Number.NaN
  return Number.isNaN(answeredAt) ? null : answeredAt
}
