import { keepBytes } from './keep-bytes.js'
import type { ObjectDirectory } from './object-directory.js'

/** Takes an object whose bytes come through the server. */
export async function receiveStream(
  directory: ObjectDirectory,
  key: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  await keepBytes(
    directory,
    { size: null, checksum: null, shortfall: 'IncompleteBody' },
    async (write) => {
      for await (const chunk of bytes) await write(chunk)
    },
    (partial, sha256) => directory.commit(key, partial, sha256),
  )
}
