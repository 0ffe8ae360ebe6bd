import { UploadError } from '../contract/index.js'
import type { ChecksumRequest, UploadTask } from '../contract/index.js'
import { contentTypeOf } from '../intake/content-type.js'
import type { PrivateUpload } from './private-upload.js'

/** What `prepareFile` made of a file; `null`: it keeps the file out. */
export async function prepareFile(
  task: UploadTask,
  upload: PrivateUpload,
): Promise<{ readonly file: Blob; readonly name: string; readonly contentType: string } | null> {
  const { prepareFile: prepare, source, life } = upload
  const made = await (prepare?.(source, { signal: life.signal, task }) ?? null)
  if (made === null) return null
  const name = made instanceof File ? made.name : task.name
  const contentType = contentTypeOf({ name, type: made.type === '' ? task.contentType : made.type })
  return { file: made, name, contentType }
}

/** SHA-256 of a file that is sent in one request. The browser hashes off the main thread. */
export async function checksumOf(file: Blob): Promise<ChecksumRequest> {
  return { algorithm: 'sha-256', value: await sha256(file) }
}

/** SHA-256, base64. Pages without a secure context have no WebCrypto: they load a library for it. */
export async function sha256(blob: Blob): Promise<string> {
  const bytes = await readBytes(blob)
  if (globalThis.crypto.subtle !== undefined) {
    return base64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
  }
  const { createSHA256 } = await import('hash-wasm')
  const hash = await createSHA256()
  return base64(hash.update(new Uint8Array(bytes)).digest('binary'))
}

/** A file that cannot be read is known before it is sent: in a request it would look like a dead network. */
export async function readBytes(blob: Blob): Promise<ArrayBuffer> {
  try {
    const bytes = await blob.arrayBuffer()
    if (bytes.byteLength === blob.size) return bytes
  } catch (cause) {
    throw new UploadError('file-unreadable', { message: 'The file cannot be read.', cause })
  }
  throw new UploadError('file-changed', { message: 'The file is shorter than it was.' })
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
