import type { SignPartsAnswer } from 'loadline/protocol'
import { ProblemError } from '../http/problem.js'
import type { ServerContext } from '../server-context.js'
import type { MultipartRef } from '../store/object-store.js'
import type { FileRow } from '../database/schema.js'
import { assertPending, withUpload, type Caller } from './lock-upload.js'
import { sizeOfPart, type PartPlan } from './part-plan.js'
import type { SignPartsInput } from './part-schemas.js'
import { expiryOf } from './sign-ticket.js'
import { planOf } from './stored-parts.js'

/** Key and upload id come from the row: a caller names nothing of the store. */
export async function signParts(
  context: ServerContext,
  caller: Caller,
  fileId: string,
  { parts }: SignPartsInput,
): Promise<SignPartsAnswer> {
  const row = await withUpload(context, caller, { fileId }, async (_, current) => current)
  const ref = multipartRef(row)
  assertPlanned(planOf(row), parts)
  const expiresAt = expiryOf(context)
  const signed = await context.store.signParts(
    parts.map(({ partNumber, size, checksum }) => ({
      ...ref,
      partNumber,
      size,
      checksum: checksum ?? null,
      expiresAt,
    })),
  )
  return {
    parts: signed.map(({ url, headers }, index) => ({
      partNumber: parts[index]?.partNumber ?? 0,
      url,
      headers: { ...headers },
    })),
  }
}

/** @throws ProblemError where the upload takes no parts (any more). */
export function multipartRef(row: FileRow): MultipartRef {
  assertPending(row)
  if (row.kind === 'multipart' && row.uploadId !== null) {
    return { key: row.objectKey, uploadId: row.uploadId }
  }
  const details = { reason: 'not-multipart' }
  throw new ProblemError(422, 'validation', 'The upload does not go in parts.', details)
}

function assertPlanned(plan: PartPlan, parts: SignPartsInput['parts']): void {
  const seen = new Set<number>()
  for (const { partNumber, size } of parts) {
    const planned = sizeOfPart(plan, partNumber)
    if (planned === size && !seen.has(partNumber)) {
      seen.add(partNumber)
      continue
    }
    const reason = planned === null ? 'part-unknown' : planned === size ? 'part-twice' : 'part-size'
    const detail = 'A part is not as the plan of the upload has it.'
    throw new ProblemError(422, 'validation', detail, { reason, partNumber, planned })
  }
}
