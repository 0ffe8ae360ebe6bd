import {
  UploadError,
  type StoreResponse,
  type TransportInput,
  type TransportResult,
  type MultipartTicket,
  type UploadedPart,
  type UploadTransport,
} from '../../core/index.js'
import { transferToMemory, type MemoryTransferPorts } from './memory-transfer.js'

export function memoryPutTransport(ports: MemoryTransferPorts): UploadTransport<'put'> {
  return {
    kind: 'put',
    canPause: false,
    async send({ ticket, file, signal, contentType, onProgress, acquireSlot }) {
      const release = await acquireSlot(ticket.url)
      try {
        const { url, headers } = ticket
        const transfer = { url, headers, contentType, body: file, partNumber: null }
        const response = await transferToMemory({ ...transfer, signal, onProgress }, ports)
        return { response, etag: response.headers['etag'] ?? null }
      } finally {
        release()
      }
    },
  }
}

/** Part after part, so that tests know their order. */
export function memoryMultipartTransport(ports: MemoryTransferPorts): UploadTransport<'multipart'> {
  return {
    kind: 'multipart',
    canPause: true,
    async send(input) {
      const { ticket, acknowledged } = input
      const parts: UploadedPart[] = [...acknowledged]
      let response: StoreResponse = { status: 200, headers: {}, body: '' }
      for (let number = 1; number <= ticket.partCount; number += 1) {
        if (parts.some(({ partNumber }) => partNumber === number)) continue
        const sentBytes = parts.reduce((total, { size }) => total + size, 0)
        response = await sendPart(input, number, sentBytes, ports)
        if (response.status >= 400) break
        const part = acknowledge(ticket, input.file, number, response)
        parts.push(part)
        input.onPart(part)
      }
      parts.sort((a, b) => a.partNumber - b.partNumber)
      return { response, etag: null, parts } satisfies TransportResult
    },
  }
}

async function sendPart(
  { ticket, file, signal, contentType, onProgress, acquireSlot }: TransportInput<MultipartTicket>,
  partNumber: number,
  sentBytes: number,
  ports: MemoryTransferPorts,
): Promise<StoreResponse> {
  const signed = ticket.parts?.find((part) => part.partNumber === partNumber)
  if (signed === undefined) throw new UploadError('unsupported', { message: 'An unsigned part.' })
  const release = await acquireSlot(signed.url)
  try {
    const transfer = { url: signed.url, headers: signed.headers, contentType, partNumber, signal }
    const body = bodyOf(ticket, file, partNumber)
    const tell = (partBytes: number): void => onProgress(sentBytes + partBytes)
    return await transferToMemory({ ...transfer, body, onProgress: tell }, ports)
  } finally {
    release()
  }
}

function bodyOf({ partSize }: MultipartTicket, file: Blob, partNumber: number): Blob {
  return file.slice((partNumber - 1) * partSize, partNumber * partSize)
}

function acknowledge(
  ticket: MultipartTicket,
  file: Blob,
  partNumber: number,
  { headers }: StoreResponse,
): UploadedPart {
  const etag = headers['etag'] ?? null
  const { size } = bodyOf(ticket, file, partNumber)
  return { partNumber, size, etag, checksum: etag?.replaceAll('"', '') ?? null }
}
