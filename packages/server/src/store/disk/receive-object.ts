import type { PartGrant, PutGrant } from '../object-store.js'
import { assertFree, keepBytes } from './keep-bytes.js'
import type { ObjectDirectory } from './object-directory.js'
import { readBody, type PaceLimit } from './read-body.js'
import { StoreRefusal } from './store-refusal.js'

export const checksumHeader = 'x-amz-checksum-sha256'

/** Takes the body of a PUT whose signature was found right. Answers the SHA-256 of the object. */
export async function receiveObject(
  directory: ObjectDirectory,
  grant: PutGrant,
  request: Request,
  pace: PaceLimit,
): Promise<Buffer> {
  const checksum = assertGranted(grant, request.headers)
  if (request.headers.get('content-type') !== grant.contentType) {
    throw new StoreRefusal('SignatureDoesNotMatch', 'Another Content-Type was signed.')
  }
  assertFree(await directory.check(grant.key))
  return keepBytes(
    directory,
    { size: grant.size, checksum, shortfall: 'IncompleteBody' },
    (write) => readBody(request.body, { pace, length: grant.size }, write),
    (partial, sha256) => directory.commit(grant.key, partial, sha256),
  )
}

/** The same for one part of an object. */
export async function receivePart(
  directory: ObjectDirectory,
  grant: PartGrant,
  request: Request,
  pace: PaceLimit,
): Promise<Buffer> {
  const checksum = assertGranted(grant, request.headers)
  assertFree(await directory.multipart.check(grant))
  return keepBytes(
    directory,
    { size: grant.size, checksum, shortfall: 'IncompleteBody' },
    (write) => readBody(request.body, { pace, length: grant.size }, write),
    (partial, sha256) => directory.multipart.commit(grant, partial, sha256),
  )
}

/** Answers the checksum that the bytes must have: one that was not signed is honoured too. */
function assertGranted(grant: PutGrant | PartGrant, headers: Headers): string | null {
  const length = headers.get('content-length')
  if (length === null) {
    throw new StoreRefusal('MissingContentLength', 'A PUT needs its Content-Length.')
  }
  if (length !== String(grant.size)) {
    throw new StoreRefusal('SignatureDoesNotMatch', 'Another Content-Length was signed.')
  }
  const checksum = headers.get(checksumHeader)
  if (grant.checksum !== null && checksum !== grant.checksum) {
    throw new StoreRefusal('SignatureDoesNotMatch', 'Another checksum was signed.')
  }
  return checksum
}
