import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { create as contentDisposition } from 'content-disposition'
import type { GetGrant, StoredObject } from '../object-store.js'
import { readByteRange, type ByteRange } from './byte-range.js'
import type { ObjectDirectory } from './object-directory.js'
import { StoreRefusal } from './store-refusal.js'

/** Answers a GET or HEAD whose signature was found right. */
export async function sendObject(
  directory: ObjectDirectory,
  grant: GetGrant,
  request: Request,
): Promise<Response> {
  const opened = await directory.openPromoted(grant.key)
  if (opened === null) throw new StoreRefusal('NoSuchKey', 'There is no such object.')
  const { object, handle } = opened
  let isHandedOver = false
  try {
    const headers = describe(object, grant)
    if (matches(request.headers.get('if-none-match'), object.etag)) {
      return new Response(null, { status: 304, headers })
    }
    const range = requestedRange(request.headers, object)
    if (range === 'invalid') {
      throw new StoreRefusal('InvalidRange', 'The range lies outside of the object.', {
        'content-range': `bytes */${object.size}`,
      })
    }
    const length = range === null ? object.size : range.end - range.start + 1
    headers.set('content-length', String(length))
    if (range !== null) {
      headers.set('content-range', `bytes ${range.start}-${range.end}/${object.size}`)
    }
    const isEmpty = request.method === 'HEAD' || length === 0
    const body = isEmpty ? null : streamOf(handle, range)
    isHandedOver = body !== null
    return new Response(body, { status: range === null ? 200 : 206, headers })
  } finally {
    if (!isHandedOver) await handle.close()
  }
}

/** What comes from a stranger is saved, never shown: not sniffed, not run, not framed, no referrer. */
function describe(object: StoredObject, grant: GetGrant): Headers {
  return new Headers({
    'content-type': grant.contentType,
    'content-disposition': contentDisposition(grant.name, { type: 'attachment' }),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'cross-origin',
    'accept-ranges': 'bytes',
    // Asked again each time: a deleted file must not live on in a cache. A 304 costs no bytes.
    'cache-control': 'private, no-cache',
    etag: object.etag,
  })
}

function streamOf(handle: FileHandle, range: ByteRange | null): ReadableStream<Uint8Array> {
  // Closes the file at its end, and when the reader goes away.
  const stream = handle.createReadStream({
    autoClose: true,
    highWaterMark: 256 * 1024,
    ...(range === null ? {} : { start: range.start, end: range.end }),
  })
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>
}

function requestedRange(headers: Headers, object: StoredObject): ByteRange | 'invalid' | null {
  const condition = headers.get('if-range')
  if (condition !== null && condition !== object.etag) return null
  return readByteRange(headers.get('range'), object.size)
}

function matches(header: string | null, etag: string): boolean {
  if (header === null) return false
  return header.split(',').some((item) => {
    const candidate = item.trim()
    return candidate === '*' || candidate.replace(/^W\//, '') === etag
  })
}
