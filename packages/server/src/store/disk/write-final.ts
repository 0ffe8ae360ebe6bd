import { keepBytes } from './keep-bytes.js'
import type { ObjectDirectory } from './object-directory.js'

/** Keeps bytes of the server's own, readable at once. A key that is final or deleted stays as it is. */
export async function writeFinal(
  directory: ObjectDirectory,
  key: string,
  bytes: Uint8Array,
): Promise<void> {
  if ((await directory.check(key)) !== null) return
  await keepBytes(
    directory,
    { size: bytes.byteLength, checksum: null, shortfall: 'IncompleteBody' },
    (write) => write(bytes),
    async (partial, sha256) => {
      // A deletion in between wins.
      if ((await directory.commit(key, partial, sha256)) === null) {
        await directory.promote(key, `"${sha256}"`)
      }
      return null
    },
  )
}
