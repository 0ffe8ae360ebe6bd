import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ByteRange } from './byte-range.js'
import type { ObjectFile } from './object-home.js'
import { unlessMissing } from './unless-missing.js'

/** Windows knows no O_NOFOLLOW. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)

interface Slice extends ByteRange {
  readonly path: string
}

/** A range of what the files are one after the other. `null`: the first of them is gone. */
export async function openFiles(
  files: readonly ObjectFile[],
  range: ByteRange,
): Promise<ReadableStream<Uint8Array> | null> {
  const slices = slicesOf(files, range)
  const [first] = slices
  const handle = first === undefined ? null : await unlessMissing(open(first.path, flags))
  if (first === undefined || handle === null) return null
  if (slices.length === 1) return toWeb(streamOf(handle, first))
  await handle.close()
  return toWeb(joined(slices))
}

function toWeb(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>
}

function slicesOf(files: readonly ObjectFile[], range: ByteRange): Slice[] {
  const slices: Slice[] = []
  let offset = 0
  for (const { path, size } of files) {
    const start = Math.max(0, range.start - offset)
    const end = Math.min(size - 1, range.end - offset)
    if (start <= end) slices.push({ path, start, end })
    offset += size
  }
  return slices
}

/** One open file at a time, however many parts; none where nobody begins to read. */
function joined(slices: readonly Slice[]): Readable {
  async function* read() {
    for (const slice of slices) yield* streamOf(await open(slice.path, flags), slice)
  }
  return Readable.from(read(), { objectMode: false, highWaterMark: 256 * 1024 })
}

/** Closes the file at its end, and when the reader goes away. */
function streamOf(handle: FileHandle, { start, end }: ByteRange): Readable {
  return handle.createReadStream({ autoClose: true, highWaterMark: 256 * 1024, start, end })
}
