import type { CallContext } from '../../core/index.js'
import type { ApiClient } from './api-client.js'

/** POSTs JSON with the caller's signal and fence. Of the answer nothing is certain yet, but that it is an object. */
export function poster({ call }: ApiClient) {
  return async <T>(
    url: string,
    data: unknown,
    { signal, fence }: CallContext,
  ): Promise<Partial<T>> => {
    const headers = fence === undefined ? {} : { 'upload-fence': String(fence) }
    const answer = await call({ method: 'POST', url, data, signal, headers })
    return typeof answer === 'object' && answer !== null ? answer : {}
  }
}
