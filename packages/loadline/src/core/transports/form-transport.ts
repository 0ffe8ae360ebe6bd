import { UploadError } from '../contract/index.js'
import type { FormTicket, UploadTransport } from '../contract/index.js'
import { sendByFetch } from './send-by-fetch.js'
import { sendByXhr } from './send-by-xhr.js'

/** Without a progress listener a form needs no preflight: that pays for a file whose progress nobody would see. */
const withoutProgressUpTo = 100_000

/** A store that is told to redirect would send the answer, and perhaps the page, elsewhere. */
const redirecting = new Set(['success_action_redirect', 'redirect'])

/** A presigned POST: every field once, unchanged, in order, the file last. A pause drops the bytes. */
export const formTransport: UploadTransport<'form'> = {
  kind: 'form',
  canPause: false,
  async send({ ticket, file, name, contentType, signal, onProgress, headersFor, acquireSlot }) {
    const body = formOf(ticket, file, name, contentType)
    const release = await acquireSlot(ticket.url)
    try {
      const headers = { ...ticket.headers, ...(await headersFor(ticket.url)) }
      const isSmall = file.size <= withoutProgressUpTo && Object.keys(headers).length === 0
      const send = isSmall ? sendByFetch : sendByXhr
      // Handed over whole: from now on the answer is awaited.
      if (isSmall) onProgress(file.size)
      const response = await send({
        method: 'POST',
        url: ticket.url,
        headers,
        body,
        signal,
        onProgress: (loaded) => onProgress(Math.min(loaded, file.size)),
      })
      return { response, etag: response.headers['etag'] ?? null }
    } finally {
      release()
    }
  },
}

function formOf(
  { fields, fileField }: FormTicket,
  file: Blob,
  name: string,
  contentType: string,
): FormData {
  const form = new FormData()
  for (const [field, value] of fields) {
    if (field === fileField || redirecting.has(field.toLowerCase())) {
      throw new UploadError('forbidden', {
        message: `The ticket's form field "${field}" is refused.`,
      })
    }
    form.append(field, value)
  }
  // Another type would contradict the field that was signed.
  const typed = file.type === contentType ? file : file.slice(0, file.size, contentType)
  form.append(fileField, typed, name)
  return form
}
