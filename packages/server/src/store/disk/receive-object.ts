import { createHash, type Hash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { PutGrant } from '../object-store.js'
import type { ObjectDirectory, Obstacle } from './object-directory.js'
import { StoreRefusal } from './store-refusal.js'

/** A sender slower than this is ended: it holds a connection and a file. */
export interface PaceLimit {
  readonly windowMs: number
  readonly minBytes: number
}

/** Takes the body of a PUT whose signature was found right. Answers the object's ETag. */
export async function receiveObject(
  directory: ObjectDirectory,
  grant: PutGrant,
  request: Request,
  pace: PaceLimit,
): Promise<string> {
  assertGranted(grant, request.headers)
  assertFree(await directory.check(grant.key))
  const partial = await directory.startPartial().catch(rethrowFullDisk)
  try {
    const hash = createHash('sha256')
    const received = await writeBody(request.body, partial.handle, hash, grant.size, pace)
    if (received !== grant.size) {
      throw new StoreRefusal('IncompleteBody', 'The body ended before its Content-Length.')
    }
    await partial.handle.sync()
    const sha256 = hash.digest('hex')
    assertFree(await directory.commit(grant.key, partial, sha256))
    return `"${sha256}"`
  } catch (error) {
    return rethrowFullDisk(error)
  } finally {
    await partial.discard()
  }
}

function assertGranted(grant: PutGrant, headers: Headers): void {
  const length = headers.get('content-length')
  if (length === null) {
    throw new StoreRefusal('MissingContentLength', 'A PUT needs its Content-Length.')
  }
  if (length !== String(grant.size)) {
    throw new StoreRefusal('SignatureDoesNotMatch', 'Another Content-Length was signed.')
  }
  if (headers.get('content-type') !== grant.contentType) {
    throw new StoreRefusal('SignatureDoesNotMatch', 'Another Content-Type was signed.')
  }
}

function assertFree(state: Obstacle | null): void {
  if (state === 'deleted') {
    throw new StoreRefusal('NoSuchUpload', 'The upload was abandoned.')
  }
  if (state === 'promoted') {
    throw new StoreRefusal('PreconditionFailed', 'The object is complete and cannot be replaced.')
  }
}

async function writeBody(
  body: ReadableStream<Uint8Array> | null,
  handle: FileHandle,
  hash: Hash,
  limit: number,
  pace: PaceLimit,
): Promise<number> {
  if (body === null) return 0
  const reader = body.getReader()
  let received = 0
  let seenBefore = 0
  let isTooSlow = false
  const watch = setInterval(() => {
    isTooSlow = received - seenBefore < pace.minBytes && received < limit
    seenBefore = received
    // It ends the pending read.
    if (isTooSlow) void reader.cancel().catch(() => undefined)
  }, pace.windowMs)
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(rethrowLostSender)
      if (done) break
      received += value.byteLength
      if (received > limit) {
        throw new StoreRefusal('EntityTooLarge', 'The body is longer than what was signed.')
      }
      hash.update(value)
      // `write` may take less than it is given.
      for (let at = 0; at < value.byteLength;) {
        at += (await handle.write(value, at)).bytesWritten
      }
    }
  } finally {
    clearInterval(watch)
    reader.releaseLock()
  }
  if (isTooSlow) throw new StoreRefusal('RequestTimeout', 'The body came too slowly.')
  return received
}

function rethrowLostSender(): never {
  throw new StoreRefusal('IncompleteBody', 'The connection was lost.')
}

function rethrowFullDisk(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    throw new StoreRefusal('InsufficientStorage', 'The disk is full.')
  }
  throw error
}
