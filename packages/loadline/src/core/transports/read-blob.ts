import { UploadError } from '../contract/index.js'

/**
 * SHA-256, base64. The browser hashes off the main thread; pages without a secure context have no WebCrypto, and
 * load a library for it.
 */
export async function sha256(blob: Blob): Promise<string> {
  const bytes = await readBytes(blob)
  if (globalThis.crypto.subtle !== undefined) {
    return base64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
  }
  const { createSHA256 } = await import('hash-wasm')
  const hash = await createSHA256()
  return base64(hash.update(new Uint8Array(bytes)).digest('binary'))
}

/** A file that cannot be read is known before it is sent: in a request it would look like a dead network, or hang. */
export async function readBytes(blob: Blob): Promise<ArrayBuffer> {
  let bytes: ArrayBuffer
  try {
    bytes = await blob.arrayBuffer()
  } catch (cause) {
    throw new UploadError('file-unreadable', { message: 'The file cannot be read.', cause })
  }
  if (bytes.byteLength === blob.size) return bytes
  throw new UploadError('file-changed', { message: 'The file is shorter than it was.' })
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
