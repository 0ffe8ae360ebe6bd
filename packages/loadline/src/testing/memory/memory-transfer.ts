import { toUploadError, UploadError, type Headers, type StoreResponse } from '../../core/index.js'
import type { MemoryFaults } from './memory-faults.js'
import type { MemoryLedger } from './memory-ledger.js'
import { checksumHeader, type MemoryStore } from './memory-store.js'
import type { Revision } from './memory-calls.js'
import { sha256 } from './sha256.js'

export interface MemoryTransferPorts {
  readonly store: MemoryStore
  readonly faults: MemoryFaults
  readonly ledger: MemoryLedger
  readonly revision: Revision
}

/** One request to the store: a whole object, or a part. */
export interface MemoryTransfer {
  readonly url: string
  readonly headers: Headers
  readonly contentType: string
  readonly body: Blob
  readonly partNumber: number | null
  readonly signal: AbortSignal
  onProgress(sentBytes: number): void
}

/** Progress is told this many times a request, however small. */
const steps = 20

/** Reads the bytes for real, piece by piece, and brings them to the store as the fault plan lets it. */
export async function transferToMemory(
  transfer: MemoryTransfer,
  { store, faults, ledger, revision }: MemoryTransferPorts,
): Promise<StoreResponse> {
  const { url, body, partNumber } = transfer
  const upload = store.uploadAt(url)
  const amend = ledger.open({
    call: 'send',
    step: 'store',
    clientId: upload?.request.clientId ?? null,
    fileId: upload?.fileId ?? null,
    kind: partNumber === null ? 'put' : 'multipart',
    partNumber,
    bytes: body.size,
  })
  const response = await deliver(transfer, { store, faults, revision }, amend).catch(
    (thrown: unknown) => {
      const error = toUploadError(thrown)
      amend({ outcome: error.code })
      throw error
    },
  )
  if (!faults.takeLost('store')) return response
  amend({ outcome: 'lost' })
  throw new UploadError('network', { message: 'Planned: the answer was lost.' })
}

async function deliver(
  transfer: MemoryTransfer,
  { store, faults, revision }: Omit<MemoryTransferPorts, 'ledger'>,
  amend: ReturnType<MemoryLedger['open']>,
): Promise<StoreResponse> {
  const { url, body, contentType, signal } = transfer
  const bytes = await readPieces(transfer, faults.takeDrop())
  await faults.wait('store', signal)
  faults.failCall('store')
  faults.failItem('store')
  const isChecked = (store.uploadAt(url)?.request.checksum ?? null) !== null
  const checksum = isChecked ? { [checksumHeader]: await sha256(bytes) } : {}
  const sent = await damage(body, bytes, faults)
  if (signal.aborted) throw new UploadError('cancelled')
  const before = revision.value
  const headers = { ...checksum, ...transfer.headers }
  const response = await store.receive({ url, headers, contentType, ...sent })
  const isRefused = response.status >= 400
  amend({ outcome: isRefused ? 'refused' : 'ok', effect: !isRefused && revision.value > before })
  return response
}

async function readPieces(
  { body, signal, onProgress }: MemoryTransfer,
  dropAt: number | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(body.size)
  const pieceSize = Math.max(1, Math.ceil(body.size / steps))
  const stop = Math.min(body.size, dropAt ?? body.size)
  for (let start = 0; start < stop; start += pieceSize) {
    const end = Math.min(start + pieceSize, stop)
    bytes.set(new Uint8Array(await body.slice(start, end).arrayBuffer()), start)
    if (signal.aborted) throw new UploadError('cancelled')
    onProgress(end)
  }
  if (dropAt !== undefined) throw new UploadError('network', { message: 'Planned: dropped.' })
  return bytes
}

async function damage(
  body: Blob,
  bytes: Uint8Array<ArrayBuffer>,
  faults: MemoryFaults,
): Promise<{ readonly body: Blob; readonly sha256: string }> {
  if (bytes.length === 0 || !faults.takeCorruption()) return { body, sha256: await sha256(bytes) }
  const last = bytes.length - 1
  bytes[last] = (bytes[last] ?? 0) ^ 0xff
  return { body: new Blob([bytes]), sha256: await sha256(bytes) }
}
