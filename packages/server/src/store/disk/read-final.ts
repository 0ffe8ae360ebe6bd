import type { ObjectDirectory } from './object-directory.js'
import { openFiles } from './open-files.js'

/** The bytes of a final object, or the first of them. `null`: there is none. */
export async function readFinal(
  directory: ObjectDirectory,
  key: string,
  limitBytes: number | null,
): Promise<ReadableStream<Uint8Array> | null> {
  const found = await directory.findPromoted(key)
  if (found === null) return null
  const length = Math.min(found.object.size, limitBytes ?? Infinity)
  if (length === 0) return new Blob([]).stream()
  return openFiles(found.files, { start: 0, end: length - 1 })
}
