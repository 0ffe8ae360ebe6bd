import type { FileRow } from '../database/schema.js'
import { describeError } from '../http/log.js'
import type { ServerContext } from '../server-context.js'
import { makeThumbnail, mostPictureBytes } from './make-thumbnail.js'
import type { ProcessFile } from './process-file.js'
import { readBytes } from './read-bytes.js'
import type { Settlement } from './settle-file.js'

type Context = Pick<ServerContext, 'store' | 'log'>

/** All that a claimed row waits for. It rejects when the signal aborts, whatever hangs then. */
export function attempt(
  context: Context,
  process: ProcessFile | null,
  row: FileRow,
  signal: AbortSignal,
): Promise<Settlement> {
  return new Promise((resolve, reject) => {
    const end = () => reject(new Error('The attempt was ended.'))
    if (signal.aborted) return end()
    signal.addEventListener('abort', end, { once: true })
    work(context, process, row, signal).then(resolve, reject)
  })
}

async function work(
  context: Context,
  process: ProcessFile | null,
  row: FileRow,
  signal: AbortSignal,
): Promise<Settlement> {
  if (process !== null) {
    const result = await process(...describe(context, row, signal))
    // Whatever a hook without types may say: only this lets the file through.
    if (result.status !== 'ready') return { status: 'error', reason: result.reason }
    signal.throwIfAborted()
  }
  return { status: 'ready', image: await keepThumbnail(context, row) }
}

function describe({ store }: Context, row: FileRow, signal: AbortSignal): Parameters<ProcessFile> {
  const { id, name, contentType, size, checksum, category, metadata, ownerId, tenantId } = row
  const file = { id, name, contentType, size, checksum, category, metadata, ownerId, tenantId }
  const read = async (limitBytes?: number) => {
    const stream = await store.read(row.objectKey, limitBytes ?? null)
    if (stream === null) throw new Error('The object is gone.')
    return stream
  }
  return [file, { read, signal }]
}

/** The file is good without it: a picture that cannot be decoded is still what was uploaded. */
async function keepThumbnail({ store, log }: Context, row: FileRow) {
  const { thumbnailKey } = row
  if (thumbnailKey === null) return null
  try {
    const picture = await readBytes(store, row.objectKey, mostPictureBytes)
    const { bytes, width, height } = await makeThumbnail(picture)
    await store.write(thumbnailKey, bytes, 'image/webp')
    return { width, height }
  } catch (error) {
    log.warn('thumbnail-failed', { fileId: row.id, ...describeError(error) })
    return null
  }
}
