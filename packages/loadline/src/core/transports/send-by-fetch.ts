import { UploadError } from '../contract/index.js'
import type { StoreResponse } from '../contract/index.js'
import type { StoreSend } from './send-by-xhr.js'
import { storeSilence } from './store-silence.js'

/** Sends by `fetch`: without progress, but without a preflight for a small form, and where there is no `XMLHttpRequest`. */
export async function sendByFetch(request: StoreSend): Promise<StoreResponse> {
  const { method, url, headers, body, signal } = request
  try {
    const response = await fetch(url, {
      method,
      headers,
      body,
      signal,
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    }
  } catch (cause) {
    if (signal.aborted) throw new UploadError('cancelled')
    throw storeSilence(url, { wasSent: false, cause })
  }
}
