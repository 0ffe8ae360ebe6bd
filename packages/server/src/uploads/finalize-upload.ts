import { eq } from 'drizzle-orm'
import type { FinalizeUploadAnswer } from 'loadline/protocol'
import { files } from '../database/schema.js'
import { presentFile } from '../files/present-file.js'
import type { ServerContext } from '../server-context.js'
import { conflict, withUpload, type Caller } from './lock-upload.js'
import { settleObject } from './settle-object.js'
import type { FinalizeUploadInput } from './upload-schemas.js'

/** Makes the file `ready`, once, however often and from wherever it is called. */
export async function finalizeUpload(
  context: ServerContext,
  caller: Caller,
  fileId: string,
  input: FinalizeUploadInput,
): Promise<FinalizeUploadAnswer> {
  const key = { fileId, clientId: input.clientId }
  const row = await withUpload(context, caller, key, async (transaction, current) => {
    if (current.abandonedAt !== null) throw conflict('abandoned', 'The upload was cancelled.')
    if (current.status !== 'upload_pending') return current
    const object = await settleObject(context.store, current, input)
    const now = new Date(context.now())
    const [ready] = await transaction
      .update(files)
      .set({
        status: 'ready',
        checksum: object.checksum,
        etag: object.etag,
        updatedAt: now,
        finalizedAt: now,
      })
      .where(eq(files.id, current.id))
      .returning()
    return ready ?? current
  })
  return presentFile(context, row)
}
