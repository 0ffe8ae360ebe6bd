import { z } from '@hono/zod-openapi'
import type { CreateFolderAnswer, ListFoldersAnswer } from 'loadline/protocol'
import { itemName } from '../files/item-name.js'

export const folderSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    parentId: z.string().nullable(),
    path: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .readonly()
      .openapi({ description: 'From the root to the folder itself.' }),
  })
  .openapi('Folder') satisfies z.ZodType<CreateFolderAnswer>

export const folderListSchema = z
  .object({ folders: z.array(folderSchema).readonly() })
  .openapi('FolderList') satisfies z.ZodType<ListFoldersAnswer>

export const listFoldersQuery = z.strictObject({
  parentId: z.string().max(255).default('').openapi({ description: 'Empty: the root.' }),
})

export const createFolderBody = z
  .object({ name: itemName, parentId: z.string().max(255).nullable().default(null) })
  .openapi('CreateFolder')

export type CreateFolderInput = z.output<typeof createFolderBody>

export const folderParams = z.object({
  id: z.uuid().openapi({ param: { name: 'id', in: 'path' } }),
})
