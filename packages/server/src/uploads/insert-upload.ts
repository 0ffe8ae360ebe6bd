import { randomBytes } from 'node:crypto'
import { addAssociations } from '../associations/add-associations.js'
import { assertFitsCategory } from '../categories/category.js'
import { files, type FileRow } from '../database/schema.js'
import { foldName } from '../files/fold-name.js'
import { holdFolder } from '../folders/find-folder.js'
import type { User } from '../identity/identify.js'
import { assertWithinLimits, largestFile } from '../limits/assert-within-limits.js'
import type { ServerContext } from '../server-context.js'
import type { StoreKind } from '../store/object-store.js'
import type { CreateUploadInput } from './upload-schemas.js'

interface Extras {
  readonly kind: StoreKind
  readonly fence: number
  readonly requestDigest: string
}

/**
 * Makes the row of an upload, with what it belongs to; its size is taken from what the user may store.
 * @returns `null` where the user has an upload of this `clientId` already.
 * @throws ProblemError where it does not fit its category, its folder or the limits.
 */
export async function insertUpload(
  context: ServerContext,
  user: User,
  input: Omit<CreateUploadInput, 'preferredKinds'>,
  extras: Extras,
): Promise<FileRow | null> {
  const category = assertFitsCategory(context.categories, input, largestFile(context))
  const { folderId, associations } = input
  const now = new Date(context.now())
  return context.db.transaction(async (transaction) => {
    if (folderId !== null) await holdFolder(transaction, user, folderId)
    const [row] = await transaction
      .insert(files)
      .values({
        clientId: input.clientId,
        tenantId: user.tenantId,
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
        folderId,
        // What belongs to something is no draft.
        isDraft: input.isDraft && associations.length === 0,
        metadata: input.metadata,
        declaredChecksum: input.checksum?.value ?? null,
        objectKey: randomBytes(16).toString('hex'),
        ...extras,
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoNothing({ target: [files.tenantId, files.ownerId, files.clientId] })
      .returning()
    if (row === undefined) return null
    await addAssociations(context, transaction, [row], associations)
    await assertWithinLimits(context, transaction, user)
    return row
  })
}
