import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { ObjectDirectory, Obstacle, PartialObject } from './object-directory.js'
import { StoreRefusal, type RefusalCode } from './store-refusal.js'

export interface Expected {
  /** Bytes, exactly; `null`: however many come. */
  readonly size: number | null
  /** SHA-256, base64; `null`: any. */
  readonly checksum: string | null
  /** What fewer bytes are. */
  readonly shortfall: Extract<RefusalCode, 'IncompleteBody' | 'EntityTooSmall'>
}

type Write = (chunk: Uint8Array) => Promise<void>

/**
 * Takes bytes into a file that no reader sees, and commits it when all that is expected holds; else
 * nothing stays. Answers their SHA-256.
 */
export async function keepBytes(
  directory: ObjectDirectory,
  expected: Expected,
  pump: (write: Write) => Promise<void>,
  commit: (partial: PartialObject, sha256: string) => Promise<Obstacle | null>,
): Promise<Buffer> {
  const partial = await directory.startPartial().catch(rethrowFullDisk)
  try {
    const hash = createHash('sha256')
    let received = 0
    await pump(async (chunk) => {
      received += chunk.byteLength
      if (expected.size !== null && received > expected.size) {
        throw new StoreRefusal('EntityTooLarge', 'The body is longer than what was signed.')
      }
      hash.update(chunk)
      await writeAll(partial.handle, chunk)
    })
    if (expected.size !== null && received < expected.size) {
      throw new StoreRefusal(expected.shortfall, 'The body is shorter than what was signed.')
    }
    const digest = hash.digest()
    if (expected.checksum !== null && expected.checksum !== digest.toString('base64')) {
      throw new StoreRefusal('BadDigest', 'The bytes have another SHA-256 than was declared.')
    }
    await partial.handle.sync()
    assertFree(await commit(partial, digest.toString('hex')))
    return digest
  } catch (error) {
    return rethrowFullDisk(error)
  } finally {
    await partial.discard()
  }
}

export function assertFree(obstacle: Obstacle | null): void {
  if (obstacle === 'deleted') {
    throw new StoreRefusal('NoSuchUpload', 'The upload was abandoned.')
  }
  if (obstacle === 'ended') {
    throw new StoreRefusal('NoSuchUpload', 'The upload was completed or abandoned.')
  }
  if (obstacle === 'promoted') {
    throw new StoreRefusal('PreconditionFailed', 'The object is complete and cannot be replaced.')
  }
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  // `write` may take less than it is given.
  for (let at = 0; at < chunk.byteLength;) {
    at += (await handle.write(chunk, at)).bytesWritten
  }
}

function rethrowFullDisk(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    throw new StoreRefusal('InsufficientStorage', 'The disk is full.')
  }
  throw error
}
