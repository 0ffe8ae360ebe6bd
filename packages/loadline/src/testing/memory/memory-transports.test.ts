import type { TicketKind } from '../../core/index.js'
import { describeTransport, type TransportInstance } from '../vitest.js'
import { createMemoryBackend } from './memory-backend.js'

const partSize = 1_000
const context = { signal: new AbortController().signal }

function createTransport(kind: TicketKind): Promise<TransportInstance> {
  const backend = createMemoryBackend({ partSize })
  const { adapter, transports } = backend
  const transport = transports.find((one) => one.kind === kind) ?? backend.transport
  return Promise.resolve({
    transport,
    async createTicket({ name, type, size }) {
      const request = { clientId: crypto.randomUUID(), name, path: null, contentType: type, size }
      const fields = { category: null, folderId: null, visibility: null, checksum: null }
      const rest = { associations: [], metadata: {}, isDraft: false, preferredKinds: [kind] }
      const ticket = await adapter.createUpload?.({ ...request, ...fields, ...rest }, context)
      if (ticket === undefined) throw new Error('no ticket')
      return ticket
    },
    /** What the store has can be read only of a file: the upload is finalised for it. */
    async readBytes(ticket) {
      const { fileId, clientId } = ticket
      const upload = backend.uploads().find((one) => one.fileId === fileId)
      if (!upload?.object) return null
      const stored = { ref: { clientId, fileId, kind }, request: upload.request, etag: null }
      const file = await adapter.finalizeUpload?.(stored, context)
      const bytes = file && (await adapter.readFile?.(file, { variant: 'original' }, context))
      return bytes ?? null
    },
    acceptedBytes: () =>
      backend
        .ledger()
        .filter(({ call, outcome }) => call === 'send' && outcome === 'ok')
        .reduce((total, { bytes }) => total + bytes, 0),
    refuse: () => backend.expireTickets(),
    hold: () => backend.hold('store'),
    release: () => backend.release(),
  })
}

describeTransport('memory put', { createTransport: () => createTransport('put'), partSize })
describeTransport('memory multipart', {
  createTransport: () => createTransport('multipart'),
  partSize,
})
