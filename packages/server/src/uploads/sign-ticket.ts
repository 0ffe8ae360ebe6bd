import { and, eq, isNull } from 'drizzle-orm'
import { files, type FileRow } from '../database/schema.js'
import type { ServerContext } from '../server-context.js'
import { assertPending } from './lock-upload.js'
import { choosePartSize, planParts } from './part-plan.js'
import type { Ticket } from './ticket-schemas.js'

/** A fresh ticket of the row's kind. */
export async function signTicket(context: ServerContext, row: FileRow): Promise<Ticket> {
  const expiresAt = expiryOf(context)
  const base = {
    clientId: row.clientId,
    fileId: row.id,
    expiresAt: new Date(expiresAt).toISOString(),
    serverTime: new Date(context.now()).toISOString(),
    maxSize: row.size,
  }
  if (row.kind === 'multipart') {
    const { uploadId, partSize } = await openMultipart(context, row)
    const { partCount } = planParts(row.size, partSize)
    return { ...base, kind: 'multipart', uploadId, partSize, partCount }
  }
  const { objectKey: key, contentType, size, declaredChecksum: checksum } = row
  const grant = { key, contentType, size, checksum, expiresAt }
  if (row.kind === 'form') {
    const { url, fields, fileField } = await context.store.signPost(grant)
    return { ...base, kind: 'form', url, fields: copyPairs(fields), fileField, headers: {} }
  }
  const { url, headers } = await context.store.signPut(grant)
  return { ...base, kind: 'put', url, headers: { ...headers } }
}

/** Epoch ms. A signature counts in whole seconds: what the ticket says must not be later. */
export function expiryOf(context: ServerContext): number {
  return Math.floor((context.now() + context.ticketLifeMs) / 1000) * 1000
}

function copyPairs(pairs: readonly (readonly [string, string])[]): [string, string][] {
  return pairs.map(([name, value]) => [name, value])
}

/** One for each row: of two calls at once, the later one's is aborted again. */
async function openMultipart(context: ServerContext, row: FileRow) {
  if (row.uploadId !== null && row.partSize !== null) {
    return { uploadId: row.uploadId, partSize: row.partSize }
  }
  const { db, store } = context
  const key = row.objectKey
  const partSize = choosePartSize(row.size, context.leastPartSize)
  const uploadId = await store.createMultipart(key, row.contentType)
  const isMine = and(
    eq(files.id, row.id),
    isNull(files.uploadId),
    eq(files.status, 'upload_pending'),
    isNull(files.deletedAt),
  )
  const kept = await db
    .update(files)
    .set({ uploadId, partSize })
    .where(isMine)
    .returning({ id: files.id })
  if (kept.length > 0) return { uploadId, partSize }
  await store.abortMultipart({ key, uploadId })
  const [current = row] = await db.select().from(files).where(eq(files.id, row.id))
  assertPending(current)
  if (current.uploadId === null || current.partSize === null) {
    throw new Error('An upload in parts lost its id.')
  }
  return { uploadId: current.uploadId, partSize: current.partSize }
}
