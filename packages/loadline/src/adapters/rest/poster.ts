import type { CallContext } from '../../core/index.js'
import type { RestClient } from './rest-client.js'

/** POSTs JSON with the caller's signal and fence. Of the answer nothing is certain yet. */
export function poster({ call }: RestClient) {
  return <T>(url: string, data: unknown, { signal, fence }: CallContext): Promise<Partial<T>> => {
    const headers = fence === undefined ? {} : { 'upload-fence': String(fence) }
    return call({ method: 'POST', url, data, signal, headers }) as Promise<Partial<T>>
  }
}
