import type { UploadTransport } from '../contract/index.js'
import { sendByXhr } from './send-by-xhr.js'

/** One PUT of the whole file. A pause drops the bytes. */
export const putTransport: UploadTransport<'put'> = {
  kind: 'put',
  canPause: false,
  async send({ ticket, file, signal, onProgress, headersFor, acquireSlot }) {
    const release = await acquireSlot(ticket.url)
    try {
      const own = await headersFor(ticket.url)
      const response = await sendByXhr({
        method: 'PUT',
        url: ticket.url,
        headers: { ...ticket.headers, ...own },
        body: file,
        signal,
        onProgress,
      })
      return { response, etag: response.headers['etag'] ?? null }
    } finally {
      release()
    }
  },
}
