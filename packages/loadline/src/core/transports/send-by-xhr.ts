import { UploadError } from '../contract/index.js'
import type { Headers, StoreResponse } from '../contract/index.js'
import { sendByFetch } from './send-by-fetch.js'
import { storeSilence } from './store-silence.js'
import { watchTiming } from './watch-timing.js'

export interface StoreSend {
  readonly method: 'PUT' | 'POST'
  readonly url: string
  readonly headers: Headers
  /** A Blob, never a buffer: as fast for users, immutable, and far faster under a debugger. */
  readonly body: Blob | FormData
  readonly signal: AbortSignal
  /** Bytes of the body, envelope included. */
  onProgress(loaded: number): void
}

/**
 * Sends bytes to the object store by `XMLHttpRequest`: `fetch` tells no upload progress.
 * No cookies, no header but the ticket's. Every answer resolves, also a 403.
 * @throws UploadError `network`, `cancelled`, `forbidden` where the answer came from another origin.
 */
export function sendByXhr(request: StoreSend): Promise<StoreResponse> {
  if (typeof XMLHttpRequest === 'undefined') return sendByFetch(request)
  const { method, url, headers, body, signal } = request
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new UploadError('cancelled'))
      return
    }
    const xhr = new XMLHttpRequest()
    let wasSent = false
    const abort = (): void => xhr.abort()
    const end = (settle: () => void): void => {
      signal.removeEventListener('abort', abort)
      wasSent = endWatch() || wasSent
      settle()
    }
    xhr.open(method, url)
    xhr.withCredentials = false
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value)
    xhr.upload.onprogress = ({ loaded }) => {
      wasSent ||= loaded > 0
      // Events that were queued before the abort still arrive after it.
      if (!signal.aborted) request.onProgress(loaded)
    }
    xhr.onload = () =>
      end(() => {
        if (isSameOrigin(xhr.responseURL, url)) resolve(readAnswer(xhr))
        else
          reject(new UploadError('forbidden', { message: 'The store sent the upload elsewhere.' }))
      })
    xhr.onerror = () => end(() => reject(storeSilence(url, { wasSent })))
    xhr.onabort = () => end(() => reject(new UploadError('cancelled')))
    signal.addEventListener('abort', abort, { once: true })
    const endWatch = watchTiming(url)
    xhr.send(body)
  })
}

function isSameOrigin(answered: string, asked: string): boolean {
  return answered === '' || new URL(answered).origin === new URL(asked).origin
}

function readAnswer(xhr: XMLHttpRequest): StoreResponse {
  const headers: Record<string, string> = {}
  for (const line of xhr.getAllResponseHeaders().split('\r\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim()
  }
  return { status: xhr.status, headers, body: xhr.responseText }
}
