import { and, asc, eq, inArray } from 'drizzle-orm'
import type { CreateAssociationsAnswer, CreateAssociationsBody } from 'loadline/protocol'
import { associations, files } from '../database/schema.js'
import { managedFiles } from '../files/file-access.js'
import { bulkOf } from '../http/bulk.js'
import { uuidsOf } from '../http/uuid.js'
import type { User } from '../identity/identify.js'
import type { ServerContext } from '../server-context.js'
import { addAssociations } from './add-associations.js'
import { presentAssociation } from './load-associations.js'

/** Links files to an entity; a draft that is linked is one no longer. Idempotent. */
export async function createAssociations(
  context: ServerContext,
  user: User,
  { fileIds, entityName, entityReference }: CreateAssociationsBody,
): Promise<CreateAssociationsAnswer> {
  const entity = { entityName, entityReference }
  const made = await context.db.transaction(async (transaction) => {
    const rows = await transaction
      .select({ id: files.id, tenantId: files.tenantId })
      .from(files)
      .where(and(inArray(files.id, uuidsOf(fileIds)), managedFiles(user)))
      // In one order everywhere: two calls at once wait for each other, not each for the other.
      .orderBy(asc(files.id))
      .for('update')
    await addAssociations(context, transaction, rows, [entity])
    const found = rows.map(({ id }) => id)
    await transaction
      .update(files)
      .set({ isDraft: false })
      .where(and(inArray(files.id, found), eq(files.isDraft, true)))
    return transaction
      .select()
      .from(associations)
      .where(
        and(
          inArray(associations.fileId, found),
          eq(associations.entityName, entityName),
          eq(associations.entityReference, entityReference),
        ),
      )
  })
  const byFile = new Map(made.map((row) => [row.fileId, presentAssociation(row)]))
  const bulk = bulkOf(fileIds, new Set(byFile.keys()))
  const linked = bulk.done.map((id) => byFile.get(id.toLowerCase()))
  return { ...bulk, associations: linked.filter((one) => one !== undefined) }
}
