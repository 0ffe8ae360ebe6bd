import { eq } from 'drizzle-orm'
import type { FinalizeUploadAnswer } from 'loadline/protocol'
import { files, type FileRow } from '../database/schema.js'
import { presentFile } from '../files/present-file.js'
import { ProblemError } from '../http/problem.js'
import type { User } from '../identity/identify.js'
import type { ServerContext } from '../server-context.js'
import type { ObjectStore, StoredObject } from '../store/object-store.js'
import { lockUpload } from './lock-upload.js'
import type { FinalizeUploadInput } from './upload-schemas.js'

/** Makes the file `ready`, once, however often and from wherever it is called. */
export async function finalizeUpload(
  context: ServerContext,
  user: User,
  fileId: string,
  input: FinalizeUploadInput,
): Promise<FinalizeUploadAnswer> {
  if (input.parts.length > 0) {
    const detail = 'This upload has no parts.'
    throw new ProblemError(422, 'unsupported', detail, { field: 'parts' })
  }
  const row = await context.db.transaction(async (transaction) => {
    const current = await lockUpload(transaction, user, fileId, input.clientId)
    if (current.abandonedAt !== null) {
      const details = { reason: 'abandoned' }
      throw new ProblemError(409, 'conflict', 'The upload was cancelled.', details)
    }
    if (current.status !== 'upload_pending') return current
    // Repeatable: where the commit below fails, the next call finds the object promoted.
    const object = await promote(context.store, current, input)
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

async function promote(
  store: ObjectStore,
  row: FileRow,
  input: FinalizeUploadInput,
): Promise<StoredObject> {
  // A repeated PUT may replace the bytes between the look and the promotion: then look again.
  for (let attempt = 0; attempt < 3; attempt++) {
    const found = await store.head(row.objectKey)
    assertAsDeclared(found, row, input)
    const promoted = await store.promote(row.objectKey, found.etag)
    if (promoted !== null) return promoted
  }
  throw new ProblemError(409, 'conflict', 'The bytes are still changing.', {
    reason: 'bytes-changing',
  })
}

function assertAsDeclared(
  found: StoredObject | null,
  row: FileRow,
  input: FinalizeUploadInput,
): asserts found is StoredObject {
  if (found === null) throw refusal('bytes-missing', 'The store does not have the bytes.')
  if (found.size !== row.size) throw refusal('size-mismatch', 'The store has another size.')
  if (input.etag !== null && bare(input.etag) !== bare(found.etag)) {
    throw refusal('etag-mismatch', 'The store has other bytes.')
  }
  for (const declared of [row.declaredChecksum, input.checksum]) {
    if (declared !== null && found.checksum !== null && declared !== found.checksum) {
      const details = { reason: 'checksum-mismatch' }
      throw new ProblemError(422, 'checksum-mismatch', 'The bytes have another checksum.', details)
    }
  }
}

function refusal(reason: string, detail: string): ProblemError {
  return new ProblemError(422, 'validation', detail, { reason })
}

/** A proxy may weaken an ETag, and some clients unquote it. */
function bare(etag: string): string {
  return etag.replace(/^W\//, '').replace(/^"|"$/g, '')
}
