import type { FileRow } from '../database/schema.js'
import { ProblemError } from '../http/problem.js'
import type { MultipartRef, ObjectStore, StoredObject, StoredPart } from '../store/object-store.js'
import { conflict } from './lock-upload.js'
import { listAllParts, missingParts } from './stored-parts.js'
import type { FinalizeUploadInput } from './upload-schemas.js'

/** What a client says of the bytes when it finalises. */
export type Declared = Pick<FinalizeUploadInput, 'parts' | 'etag' | 'checksum'>

/**
 * Puts the bytes of the row together, compares them with all that was declared, and moves them to
 * where no ticket writes. Repeatable: where the commit after it fails, it finds the object promoted.
 */
export async function settleObject(
  store: ObjectStore,
  row: FileRow,
  input: Declared,
): Promise<StoredObject> {
  const { objectKey: key, uploadId } = row
  const ref = uploadId === null ? null : { key, uploadId }
  if (ref === null && input.parts.length > 0) throw unsupported('parts')
  // A repeated PUT may replace bytes between the look and what follows it: then look again.
  for (let attempt = 0; attempt < 3; attempt++) {
    const found = (await store.head(key)) ?? (await completeParts(store, row, ref, input))
    if (found === 'changed') continue
    assertAsDeclared(found, row, input)
    const promoted = await store.promote(key, found.etag)
    if (promoted === null) continue
    // Parts that were not needed: another kind of ticket was used in the end.
    if (ref !== null) await store.abortMultipart(ref)
    return promoted
  }
  throw conflict('bytes-changing', 'The bytes are still changing.')
}

async function completeParts(
  store: ObjectStore,
  row: FileRow,
  ref: MultipartRef | null,
  input: Declared,
): Promise<StoredObject | 'changed' | null> {
  const parts = ref === null ? null : await listAllParts(store, ref)
  if (ref === null || parts === null) return null
  const missing = missingParts(row, parts)
  if (missing.length > 0) {
    throw new ProblemError(422, 'validation', 'The store does not have all parts.', {
      reason: 'bytes-missing',
      missingCount: missing.length,
      missingParts: missing.slice(0, 100),
    })
  }
  assertSameParts(parts, input.parts)
  return (await store.completeMultipart(ref, parts)) ?? 'changed'
}

function assertSameParts(parts: readonly StoredPart[], declared: Declared['parts']) {
  const stored = new Map(parts.map((part) => [part.partNumber, part]))
  for (const { partNumber, size, etag, checksum } of declared) {
    const part = stored.get(partNumber)
    const isSame =
      part?.size === size &&
      (etag === null || bare(etag) === bare(part.etag)) &&
      (checksum === null || part.checksum === null || checksum === part.checksum)
    if (isSame) continue
    const detail = 'The store has another part of this number.'
    throw new ProblemError(422, 'validation', detail, { reason: 'part-mismatch', partNumber })
  }
}

function assertAsDeclared(
  found: StoredObject | null,
  row: FileRow,
  input: Declared,
): asserts found is StoredObject {
  if (found === null) throw refusal('bytes-missing', 'The store does not have the bytes.')
  if (found.size !== row.size) throw refusal('size-mismatch', 'The store has another size.')
  if (input.etag !== null && bare(input.etag) !== bare(found.etag)) {
    throw refusal('etag-mismatch', 'The store has other bytes.')
  }
  for (const declared of [row.declaredChecksum, input.checksum]) {
    if (declared === null || declared === found.checksum) continue
    // Of an object in parts the store knows the checksums of the parts alone.
    if (found.checksum === null) throw unsupported('checksum')
    const details = { reason: 'checksum-mismatch' }
    throw new ProblemError(422, 'checksum-mismatch', 'The bytes have another checksum.', details)
  }
}

function refusal(reason: string, detail: string): ProblemError {
  return new ProblemError(422, 'validation', detail, { reason })
}

function unsupported(field: string): ProblemError {
  const detail = `The store cannot compare the ${field} of this upload.`
  return new ProblemError(422, 'unsupported', detail, { field })
}

/** A proxy may weaken an ETag, and some clients unquote it. */
function bare(etag: string): string {
  return etag.replace(/^W\//, '').replace(/^"|"$/g, '')
}
