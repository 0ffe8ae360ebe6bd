import {
  safeUrl,
  statusError,
  supports,
  UploadError,
  type FileAdapter,
  type StoredFile,
} from '../../core/index.js'
import type { BlobUrls } from '../file-url/blob-urls.js'

/** Where the bytes of a preview come from. */
export interface PreviewSource {
  /** An address to show them by; for a picture, a film, a sound. */
  readonly address: (signal: AbortSignal) => Promise<{ url: string; release: () => void }>
  /**
   * The first of its bytes.
   * @throws UploadError
   */
  readonly head: (bytes: number, signal: AbortSignal) => Promise<Blob>
}

/** A file that is here. */
export function localSource(blob: Blob): PreviewSource {
  return {
    address: () => {
      const url = URL.createObjectURL(blob)
      return Promise.resolve({ url, release: () => URL.revokeObjectURL(url) })
    },
    head: (bytes) => Promise.resolve(blob.slice(0, bytes)),
  }
}

/** A file at its address, or through the adapter where its bytes need headers. */
export function storedSource(
  file: StoredFile,
  adapter: FileAdapter,
  blobUrls: BlobUrls,
): PreviewSource {
  const url = safeUrl(file.url)
  if (url !== null) {
    return {
      address: () => Promise.resolve({ url, release: () => undefined }),
      head: (bytes, signal) => fetchHead(url, bytes, signal),
    }
  }
  return {
    address: (signal) => held(file, blobUrls, signal),
    head: (bytes, signal) => readHead(file, adapter, bytes, signal),
  }
}

function held(file: StoredFile, blobUrls: BlobUrls, signal: AbortSignal) {
  return new Promise<{ url: string; release: () => void }>((resolve, reject) => {
    let release = (): void => undefined
    const giveUp = (): void => release()
    signal.addEventListener('abort', giveUp, { once: true })
    release = blobUrls.hold(file, 'original', ({ url, error }) => {
      signal.removeEventListener('abort', giveUp)
      if (url !== null) return resolve({ url, release: () => release() })
      return reject(error ?? new UploadError('unknown'))
    })
    if (signal.aborted) release()
  })
}

async function readHead(
  file: StoredFile,
  adapter: FileAdapter,
  bytes: number,
  signal: AbortSignal,
): Promise<Blob> {
  if (!supports(adapter, 'readFile')) throw new UploadError('unsupported')
  if (file.size === 0) return new Blob()
  const isPart = file.size === null || file.size > bytes
  const range = { start: 0, end: bytes - 1 }
  const options = { variant: 'original', ...(isPart ? { range } : {}) } as const
  return (await adapter.readFile(file, options, { signal })).slice(0, bytes)
}

/** A range from the first byte needs no leave of the store's; one that gives more is not read to its end. */
async function fetchHead(url: string, bytes: number, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(url, {
    headers: { range: `bytes=0-${String(bytes - 1)}` },
    referrerPolicy: 'no-referrer',
    signal,
  }).catch((cause: unknown) => {
    throw signal.aborted ? cause : new UploadError('network', { cause })
  })
  // There is no first byte of what is empty.
  if (response.status === 416) return new Blob()
  if (!response.ok) throw statusError(response.status)
  const reader = response.body?.getReader()
  if (reader === undefined) return new Blob()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let got = 0
  while (got < bytes) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    got += value.length
  }
  await reader.cancel()
  return new Blob(chunks).slice(0, bytes)
}
