import { UploadError, type AnyTransport, type UploadTicket } from '../../core/index.js'
import type { SentFile } from './adapter/adapter-subject.js'

/** A subject's `send`, by real transports. */
export function sendWith(
  transports: readonly AnyTransport[],
): (ticket: UploadTicket, file: File) => Promise<SentFile> {
  return async (ticket, file) => {
    const transport = transports.find(({ kind }) => kind === ticket.kind)
    if (transport === undefined) throw new UploadError('unsupported')
    const { response, ...rest } = await transport.send({
      // The transport was found by the ticket's kind.
      ticket: ticket as never,
      ref: { clientId: ticket.clientId, kind: ticket.kind, fileId: ticket.fileId },
      file,
      name: file.name,
      contentType: file.type,
      signal: new AbortController().signal,
      acknowledged: [],
      onProgress: () => undefined,
      onPart: () => undefined,
      onRef: () => undefined,
      headersFor: () => Promise.resolve({}),
      acquireSlot: () => Promise.resolve(() => undefined),
    })
    return { ...response, ...rest }
  }
}
