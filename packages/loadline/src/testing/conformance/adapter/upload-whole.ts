import type { StoredFile } from '../../../core/index.js'
import type { AdapterKit, KitUploadOptions } from './adapter-kit.js'
import { makeFolder } from './make-folder.js'

/** With all that the adapter lets an upload have, so that every filter has something to find. */
export async function uploadWhole(
  kit: AdapterKit,
  { request, ...options }: KitUploadOptions = {},
): Promise<StoredFile> {
  const { adapter, features } = kit
  const takes = new Set(features.uploadFields)
  const categories = (await adapter.listCategories?.(kit.context)) ?? []
  const category = categories.find(({ contentTypes }) => contentTypes === null)?.key
  const canMakeFolders = adapter.createFolder !== undefined && takes.has('folderId')
  return kit.upload({
    ...options,
    request: {
      ...(takes.has('category') && category !== undefined && { category }),
      ...(takes.has('visibility') && { visibility: 'public' as const }),
      ...(takes.has('associations') && {
        associations: [{ entityName: 'invoice', entityReference: crypto.randomUUID() }],
      }),
      ...(canMakeFolders && { folderId: (await makeFolder(kit)).id }),
      ...request,
    },
  })
}
