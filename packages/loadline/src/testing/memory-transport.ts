import { UploadError, type UploadTransport } from '../core/index.js'
import type { MemoryFaults } from './memory-faults.js'

/** What the store of a memory backend keeps of an object. */
export interface MemoryObject {
  readonly size: number
  readonly contentType: string
  /** Of the bytes, base64. */
  readonly sha256: string
}

/** Progress is told this many times a file, however small. */
const steps = 20

/** Reads the bytes for real, piece by piece, and hands their hash to `keep`. */
export function createMemoryTransport(
  faults: MemoryFaults,
  keep: (url: string, object: MemoryObject) => void,
): UploadTransport<'put'> {
  return {
    kind: 'put',
    canPause: false,
    async send({ ticket, file, signal, contentType, onProgress, acquireSlot }) {
      const release = await acquireSlot(ticket.url)
      try {
        const bytes = await readPieces(file, signal, onProgress)
        await faults.pass('store', signal)
        const sha256 = await hash(bytes)
        keep(ticket.url, { size: bytes.byteLength, contentType, sha256 })
        const etag = `"${sha256}"`
        return { etag, response: { status: 200, headers: { etag }, body: '' } }
      } finally {
        release()
      }
    },
  }
}

async function readPieces(
  file: Blob,
  signal: AbortSignal,
  onProgress: (sentBytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.size)
  const pieceSize = Math.max(1, Math.ceil(file.size / steps))
  for (let start = 0; start < file.size; start += pieceSize) {
    const end = Math.min(start + pieceSize, file.size)
    bytes.set(new Uint8Array(await file.slice(start, end).arrayBuffer()), start)
    if (signal.aborted) throw new UploadError('cancelled')
    onProgress(end)
  }
  return bytes
}

async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
}
