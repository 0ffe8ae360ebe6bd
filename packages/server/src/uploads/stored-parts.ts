import type { FileRow } from '../database/schema.js'
import type { MultipartRef, ObjectStore, StoredPart } from '../store/object-store.js'
import { planParts, sizeOfPart, type PartPlan } from './part-plan.js'

/** What S3 gives at most. */
export const pageSize = 1000

/** `null`: the store has no such upload (any more). */
export async function listAllParts(
  store: ObjectStore,
  ref: MultipartRef,
): Promise<StoredPart[] | null> {
  const parts: StoredPart[] = []
  for (;;) {
    const page = await store.listParts(ref, parts.at(-1)?.partNumber ?? 0, pageSize)
    if (page === null) return null
    parts.push(...page.parts)
    if (!page.hasMore) return parts
  }
}

/** @throws where the row never had a multipart ticket. */
export function planOf(row: FileRow): PartPlan {
  if (row.partSize === null) throw new Error('The upload has no plan of parts.')
  return planParts(row.size, row.partSize)
}

/** Numbers of the parts that the store lacks, or has with another size. */
export function missingParts(row: FileRow, parts: readonly StoredPart[]): number[] {
  const plan = planOf(row)
  const sizes = new Map(parts.map((part) => [part.partNumber, part.size]))
  const numbers = Array.from({ length: plan.partCount }, (_, index) => index + 1)
  return numbers.filter((number) => sizes.get(number) !== sizeOfPart(plan, number))
}
