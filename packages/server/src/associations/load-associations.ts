import { asc, inArray } from 'drizzle-orm'
import type { ListAssociationsAnswer } from 'loadline/protocol'
import { associations, type AssociationRow } from '../database/schema.js'
import type { ServerContext } from '../server-context.js'

type Association = ListAssociationsAnswer['associations'][number]

export function presentAssociation(row: AssociationRow): Association {
  const { id, entityName, entityReference } = row
  return { id, entityName, entityReference }
}

/** By file, oldest first; a file without any is not there. */
export async function loadAssociations(
  { db }: Pick<ServerContext, 'db'>,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Association[]>> {
  if (fileIds.length === 0) return new Map()
  const rows = await db
    .select()
    .from(associations)
    .where(inArray(associations.fileId, [...fileIds]))
    .orderBy(asc(associations.createdAt), asc(associations.id))
  const byFile = new Map<string, Association[]>()
  for (const row of rows) {
    const own = byFile.get(row.fileId) ?? []
    byFile.set(row.fileId, own)
    own.push(presentAssociation(row))
  }
  return byFile
}
