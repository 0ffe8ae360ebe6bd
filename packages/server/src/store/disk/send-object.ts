import { create as contentDisposition } from 'content-disposition'
import type { GetGrant, StoredObject } from '../object-store.js'
import { readByteRange, type ByteRange } from './byte-range.js'
import type { ObjectDirectory } from './object-directory.js'
import { openFiles } from './open-files.js'
import { StoreRefusal } from './store-refusal.js'

/** Answers a GET or HEAD whose signature was found right. */
export async function sendObject(
  directory: ObjectDirectory,
  grant: GetGrant,
  request: Request,
): Promise<Response> {
  const found = await directory.findPromoted(grant.key)
  if (found === null) throw missing()
  const { object, files } = found
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
  const { start, end } = range ?? { start: 0, end: object.size - 1 }
  headers.set('content-length', String(end - start + 1))
  if (range !== null) headers.set('content-range', `bytes ${start}-${end}/${object.size}`)
  const isEmpty = request.method === 'HEAD' || end < start
  const body = isEmpty ? null : await openFiles(files, { start, end })
  if (!isEmpty && body === null) throw missing()
  return new Response(body, { status: range === null ? 200 : 206, headers })
}

function missing(): StoreRefusal {
  return new StoreRefusal('NoSuchKey', 'There is no such object.')
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
