import type { GetFileAnswer } from 'loadline/protocol'
import { loadAssociations } from '../associations/load-associations.js'
import { categoryOf } from '../categories/category.js'
import type { FileRow } from '../database/schema.js'
import type { ServerContext } from '../server-context.js'
import { linksTo } from './file-links.js'

type Associations = NonNullable<GetFileAnswer['associations']>

/** A row as the wire shows it. Whoever calls has checked that the caller may see it. */
export async function presentFile(context: ServerContext, row: FileRow): Promise<GetFileAnswer> {
  const associations = await loadAssociations(context, [row.id])
  return present(context, row, associations.get(row.id) ?? [])
}

export async function presentFiles(
  context: ServerContext,
  rows: readonly FileRow[],
): Promise<GetFileAnswer[]> {
  const associations = await loadAssociations(
    context,
    rows.map(({ id }) => id),
  )
  return Promise.all(rows.map((row) => present(context, row, associations.get(row.id) ?? [])))
}

async function present(
  context: ServerContext,
  row: FileRow,
  associations: Associations,
): Promise<GetFileAnswer> {
  return {
    id: row.id,
    clientId: row.clientId,
    name: row.name,
    contentType: row.contentType,
    size: row.size,
    status: row.status,
    statusReason: statusReasonOf(row),
    visibility: row.visibility,
    ...(await linksTo(context, row)),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    createdBy: { id: row.ownerId, name: row.ownerName, avatarUrl: null },
    category: categoryOf(context.categories, row.category),
    folderId: row.folderId,
    associations,
    checksum: row.checksum,
    metadata: row.metadata,
  }
}

/** An upload that was ended as a failure never came to be processed. */
function statusReasonOf(row: FileRow): GetFileAnswer['statusReason'] {
  const { status, errorReason, abandonReason } = row
  if (status !== 'error') return null
  return errorReason ?? (abandonReason === 'error' ? 'upload-failed' : null)
}
