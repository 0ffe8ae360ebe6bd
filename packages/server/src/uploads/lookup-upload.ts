import type { LookupUploadAnswer } from 'loadline/protocol'
import type { FileRow } from '../database/schema.js'
import { presentFile } from '../files/present-file.js'
import type { ServerContext } from '../server-context.js'
import { withUpload, type Caller, type UploadKey } from './lock-upload.js'
import { listAllParts, missingParts } from './stored-parts.js'

/** What became of an upload whose client has lost count: after a reload, or an answer that never came. */
export async function lookupUpload(
  context: ServerContext,
  caller: Caller,
  key: UploadKey,
): Promise<LookupUploadAnswer> {
  const row = await withUpload(context, caller, key, async (_, current) => current)
  if (row.abandonedAt !== null || row.deletedAt !== null) return { state: 'gone', file: null }
  if (row.status !== 'upload_pending') {
    return { state: 'finalized', file: await presentFile(context, row) }
  }
  return { state: (await hasBytes(context, row)) ? 'stored' : 'pending', file: null }
}

async function hasBytes({ store }: ServerContext, row: FileRow): Promise<boolean> {
  if ((await store.head(row.objectKey)) !== null) return true
  if (row.uploadId === null) return false
  const parts = await listAllParts(store, { key: row.objectKey, uploadId: row.uploadId })
  return parts !== null && missingParts(row, parts).length === 0
}
