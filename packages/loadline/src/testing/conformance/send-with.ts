import {
  refOf,
  UploadError,
  type AnyTransport,
  type FileAdapter,
  type Headers,
  type UploadTicket,
} from '../../core/index.js'
import type { SentFile } from './adapter/adapter-subject.js'

/**
 * A subject's `send`, by real transports.
 * @param adapter asked for `storeHeaders`, as a queue asks, where its own API takes the bytes
 */
export function sendWith(
  transports: readonly AnyTransport[],
  adapter?: FileAdapter,
): (ticket: UploadTicket, file: File) => Promise<SentFile> {
  return async (ticket, file) => {
    const transport = transports.find(({ kind }) => kind === ticket.kind)
    if (transport === undefined) throw new UploadError('unsupported')
    const ref = refOf(ticket)
    const { signal } = new AbortController()
    const { response, ...rest } = await transport.send({
      // The transport was found by the ticket's kind.
      ticket: ticket as never,
      ref,
      file,
      name: file.name,
      contentType: file.type,
      signal,
      acknowledged: [],
      onProgress: () => undefined,
      onPart: () => undefined,
      onRef: () => undefined,
      async headersFor(url): Promise<Headers> {
        const isOwn = adapter?.features.apiOrigins.includes(new URL(url).origin)
        if (isOwn !== true || adapter?.storeHeaders === undefined) return {}
        return adapter.storeHeaders(ref, url, { signal, clientId: ref.clientId })
      },
      acquireSlot: () => Promise.resolve(() => undefined),
    })
    return { ...response, ...rest }
  }
}
