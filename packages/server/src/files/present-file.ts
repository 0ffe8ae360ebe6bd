import type { GetFileAnswer } from 'loadline/protocol'
import { categoryOf } from '../categories/category.js'
import type { FileRow } from '../database/schema.js'
import type { ServerContext } from '../server-context.js'

/** A row as the wire shows it. Whoever calls has checked that the caller may see it. */
export async function presentFile(context: ServerContext, row: FileRow): Promise<GetFileAnswer> {
  const link = row.status === 'ready' ? await signLink(context, row) : null
  return {
    id: row.id,
    clientId: row.clientId,
    name: row.name,
    contentType: row.contentType,
    size: row.size,
    status: row.status,
    visibility: row.visibility,
    url: link?.url ?? null,
    urlExpiresAt: link?.expiresAt ?? null,
    thumbnailUrl: null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    createdBy: { id: row.ownerId, name: row.ownerName, avatarUrl: null },
    category: categoryOf(context.categories, row.category),
    folderId: null,
    associations: null,
    checksum: row.checksum,
    metadata: row.metadata,
  }
}

/** The same URL for half of its life: an image in a list is not fetched again at each refresh. */
async function signLink(context: ServerContext, row: FileRow) {
  const step = Math.max(1000, context.urlLifeMs / 2)
  const expiresAt = Math.ceil((Math.floor(context.now() / step) + 2) * step)
  const { url } = await context.store.signGet({
    key: row.objectKey,
    contentType: row.contentType,
    name: row.name,
    expiresAt,
  })
  return { url, expiresAt: new Date(Math.floor(expiresAt / 1000) * 1000).toISOString() }
}
