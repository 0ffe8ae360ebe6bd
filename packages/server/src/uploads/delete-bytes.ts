import type { FileRow } from '../database/schema.js'
import type { MultipartRef, ObjectStore } from '../store/object-store.js'

const mostAborts = 3

/**
 * Deletes all that the store has of a file: the object, its parts, its thumbnail. Idempotent; the row
 * must say already that it is gone.
 */
export async function deleteBytes(
  store: ObjectStore,
  row: Pick<FileRow, 'objectKey' | 'uploadId' | 'thumbnailKey'>,
): Promise<void> {
  const { objectKey: key, uploadId, thumbnailKey } = row
  if (uploadId !== null) await endMultipart(store, { key, uploadId })
  await store.delete(key)
  if (thumbnailKey !== null) await store.delete(thumbnailKey)
}

/** Stores keep a part that ends after the abort, and bill it: aborted until there is none. */
async function endMultipart(store: ObjectStore, ref: MultipartRef): Promise<void> {
  for (let attempt = 0; attempt < mostAborts; attempt++) {
    await store.abortMultipart(ref)
    if ((await store.listParts(ref, 0, 1)) === null) return
  }
  throw new Error('Parts of an aborted upload keep coming.')
}
