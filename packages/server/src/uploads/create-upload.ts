import { createHash, randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { assertFitsCategory } from '../categories/category.js'
import { files, type FileRow } from '../database/schema.js'
import { foldName } from '../files/fold-name.js'
import { canonicalJson } from '../http/json-record.js'
import { ProblemError } from '../http/problem.js'
import type { User } from '../identity/identify.js'
import type { ServerContext } from '../server-context.js'
import type { CreateUploadInput, PutTicket } from './upload-schemas.js'

/** Makes the row, or finds the one that the same request made before, and signs for it. */
export async function createUpload(
  context: ServerContext,
  user: User,
  input: CreateUploadInput,
): Promise<{ ticket: PutTicket }> {
  assertSupported(input)
  const maxObjectSize = context.store.maxObjectSize
  const category = assertFitsCategory(context.categories, input, maxObjectSize)
  const requestDigest = digest(input)
  const now = new Date(context.now())
  const [created] = await context.db
    .insert(files)
    .values({
      clientId: input.clientId,
      ownerId: user.id,
      ownerName: user.name,
      name: input.name,
      nameKey: foldName(input.name),
      path: input.path,
      contentType: input.contentType,
      size: input.size,
      status: 'upload_pending',
      visibility: input.visibility ?? category?.defaultVisibility ?? 'private',
      category: input.category,
      isDraft: input.isDraft,
      metadata: input.metadata,
      declaredChecksum: input.checksum?.value ?? null,
      requestDigest,
      objectKey: randomBytes(16).toString('hex'),
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing({ target: [files.ownerId, files.clientId] })
    .returning()
  const row = created ?? (await findRepeated(context, user, input.clientId, requestDigest))
  return { ticket: await signTicket(context, row) }
}

function assertSupported(input: CreateUploadInput): void {
  const { preferredKinds, folderId, associations } = input
  const kinds = preferredKinds.length === 0 || preferredKinds.includes('put')
  const field = !kinds
    ? 'preferredKinds'
    : folderId !== null
      ? 'folderId'
      : associations.length > 0
        ? 'associations'
        : null
  if (field === null) return
  const detail = `This backend does not support what ${field} asks for.`
  throw new ProblemError(422, 'unsupported', detail, { field })
}

async function findRepeated(
  context: ServerContext,
  user: User,
  clientId: string,
  requestDigest: string,
): Promise<FileRow> {
  const [row] = await context.db
    .select()
    .from(files)
    .where(and(eq(files.ownerId, user.id), eq(files.clientId, clientId)))
  const isSame = row?.requestDigest === requestDigest
  if (row !== undefined && isSame && row.status === 'upload_pending') return row
  const reason = !isSame ? 'other-request' : row?.abandonedAt ? 'abandoned' : 'finalized'
  throw new ProblemError(409, 'conflict', 'This clientId is taken.', { reason })
}

/** How it should be sent may change between two attempts; what is sent may not. */
function digest(input: CreateUploadInput): string {
  const { preferredKinds: _, ...request } = input
  return createHash('sha256').update(canonicalJson(request)).digest('base64')
}

async function signTicket(context: ServerContext, row: FileRow): Promise<PutTicket> {
  const serverTime = context.now()
  // A signature counts in whole seconds: what the ticket says must not be later.
  const expiresAt = Math.floor((serverTime + context.ticketLifeMs) / 1000) * 1000
  const { objectKey: key, contentType, size } = row
  const signed = await context.store.signPut({ key, contentType, size, expiresAt })
  return {
    kind: 'put',
    clientId: row.clientId,
    fileId: row.id,
    url: signed.url,
    headers: { ...signed.headers },
    expiresAt: new Date(expiresAt).toISOString(),
    serverTime: new Date(serverTime).toISOString(),
    maxSize: size,
  }
}
