import type { FinalizeUploadAnswer } from 'loadline/protocol'
import { presentFile } from '../files/present-file.js'
import type { ServerContext } from '../server-context.js'
import { commitUpload } from './commit-upload.js'
import { withUpload, type Caller } from './lock-upload.js'
import type { FinalizeUploadInput } from './upload-schemas.js'

/** Makes the file `ready` or `processing`, once, however often and from wherever it is called. */
export async function finalizeUpload(
  context: ServerContext,
  caller: Caller,
  fileId: string,
  input: FinalizeUploadInput,
): Promise<FinalizeUploadAnswer> {
  const key = { fileId, clientId: input.clientId }
  const row = await withUpload(context, caller, key, (transaction, current) =>
    commitUpload(context, transaction, current, input),
  )
  if (row.status === 'processing') context.processor.wake()
  return presentFile(context, row)
}
