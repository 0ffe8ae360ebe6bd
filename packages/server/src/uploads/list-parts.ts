import type { ListPartsAnswer } from 'loadline/protocol'
import type { ServerContext } from '../server-context.js'
import { conflict, withUpload, type Caller } from './lock-upload.js'
import type { ListPartsQuery } from './part-schemas.js'
import { multipartRef } from './sign-parts.js'

export async function listParts(
  context: ServerContext,
  caller: Caller,
  fileId: string,
  { from, limit }: ListPartsQuery,
): Promise<ListPartsAnswer> {
  const row = await withUpload(context, caller, { fileId }, async (_, current) => current)
  const page = await context.store.listParts(multipartRef(row), from - 1, limit)
  if (page === null) throw conflict('parts-gone', 'The store has no such upload any more.')
  const last = page.parts.at(-1)
  return {
    parts: page.parts.map((part) => ({ ...part })),
    nextPartNumber: page.hasMore && last !== undefined ? last.partNumber + 1 : null,
  }
}
