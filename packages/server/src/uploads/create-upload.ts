import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { files, type FileRow } from '../database/schema.js'
import { canonicalJson } from '../http/json-record.js'
import { ProblemError } from '../http/problem.js'
import type { ServerContext } from '../server-context.js'
import type { ObjectStore, StoreKind } from '../store/object-store.js'
import { insertUpload } from './insert-upload.js'
import { assertPending, conflict, withUpload, type Caller } from './lock-upload.js'
import { signTicket } from './sign-ticket.js'
import type { Ticket } from './ticket-schemas.js'
import type { CreateUploadInput } from './upload-schemas.js'

/** Makes the row, or finds the one that the same request made before, and signs for it. */
export async function createUpload(
  context: ServerContext,
  caller: Caller,
  input: CreateUploadInput,
): Promise<{ ticket: Ticket }> {
  const kinds = possibleKinds(context.store, input)
  const [kind] = kinds
  if (kind === undefined) throw unsupported('preferredKinds')
  const extras = { kind, fence: caller.fence ?? 0, requestDigest: digest(input) }
  const created = await insertUpload(context, caller.user, input, extras)
  const row = created ?? (await findRepeated(context, caller, input, kinds))
  return { ticket: await signTicket(context, row) }
}

function unsupported(field: string): ProblemError {
  const detail = `This backend does not support what ${field} asks for.`
  return new ProblemError(422, 'unsupported', detail, { field })
}

/** In the order of the wish. No bytes have no parts, and a whole checksum cannot be checked on parts. */
function possibleKinds(store: ObjectStore, input: CreateUploadInput): StoreKind[] {
  const isWhole = input.size === 0 || (input.checksum?.value ?? null) !== null
  const able = store.kinds.filter((kind) => kind !== 'multipart' || !isWhole)
  if (input.preferredKinds.length === 0) return able
  return input.preferredKinds
    .map((wanted) => able.find((kind) => kind === wanted))
    .filter((kind) => kind !== undefined)
}

async function findRepeated(
  context: ServerContext,
  caller: Caller,
  input: CreateUploadInput,
  kinds: readonly StoreKind[],
): Promise<FileRow> {
  const { clientId } = input
  return withUpload(context, caller, { clientId }, async (transaction, row) => {
    if (row.requestDigest !== digest(input)) {
      throw conflict('other-request', 'This clientId is taken.')
    }
    assertPending(row)
    const [kind = row.kind] = kinds
    if (kinds.includes(row.kind)) return row
    await transaction.update(files).set({ kind }).where(eq(files.id, row.id))
    return { ...row, kind }
  })
}

/** How it should be sent may change between two attempts; what is sent may not. */
function digest(input: CreateUploadInput): string {
  const { preferredKinds: _, ...request } = input
  return createHash('sha256').update(canonicalJson(request)).digest('base64')
}
