import { associations, type AssociationRow, type FileRow } from '../database/schema.js'
import type { ServerContext } from '../server-context.js'
import type { Transaction } from '../uploads/lock-upload.js'

type Entity = Pick<AssociationRow, 'entityName' | 'entityReference'>

/** Each entity with each file; what is there already stays. The caller holds the files' locks. */
export async function addAssociations(
  { now }: Pick<ServerContext, 'now'>,
  transaction: Transaction,
  rows: readonly Pick<FileRow, 'id' | 'tenantId'>[],
  entities: readonly Entity[],
): Promise<void> {
  const values = rows.flatMap(({ id: fileId, tenantId }) =>
    entities.map(({ entityName, entityReference }, index) => ({
      fileId,
      tenantId,
      entityName,
      entityReference,
      // In the order given.
      createdAt: new Date(now() + index),
    })),
  )
  if (values.length > 0) await transaction.insert(associations).values(values).onConflictDoNothing()
}
