import type { UpdateFileAnswer } from 'loadline/protocol'
import { assertFitsCategory } from '../categories/category.js'
import { holdFolder } from '../folders/find-folder.js'
import type { User } from '../identity/identify.js'
import type { ServerContext } from '../server-context.js'
import { changeRow } from './change-row.js'
import type { UpdateFileInput } from './change-schemas.js'
import { withManagedFile } from './file-access.js'
import { foldName } from './fold-name.js'
import { presentFile } from './present-file.js'

/** Name, folder, category: what is absent stays. A folder must be one of the file's owner. */
export async function updateFile(
  context: ServerContext,
  user: User,
  id: string,
  { name, folderId, category }: UpdateFileInput,
): Promise<UpdateFileAnswer> {
  const row = await withManagedFile(context, user, id, async (transaction, current) => {
    const owner = { id: current.ownerId, tenantId: current.tenantId }
    if (typeof folderId === 'string') await holdFolder(transaction, owner, folderId)
    if (typeof category === 'string') {
      const { contentType, size } = current
      assertFitsCategory(context.categories, { category, contentType, size }, null)
    }
    return changeRow(context, transaction, current, {
      ...(name === undefined ? {} : { name, nameKey: foldName(name) }),
      ...(folderId === undefined ? {} : { folderId }),
      ...(category === undefined ? {} : { category }),
    })
  })
  return presentFile(context, row)
}
