import {
  parseCategory,
  parseFolder,
  parseLimits,
  readShape,
  type OptionalMethods,
} from '../../core/index.js'
import type { CreateFolderBody } from '../../protocol/index.js'
import type { ApiClient } from '../http/api-client.js'
import { callForEach } from '../http/call-for-each.js'
import { poster } from '../http/poster.js'

type FolderMethods = Required<
  Pick<
    OptionalMethods,
    'listFolders' | 'createFolder' | 'deleteFolders' | 'listCategories' | 'getLimits'
  >
>

/** What files stand in, and what may still be added. */
export function folderMethods(client: ApiClient): FolderMethods {
  const { call } = client
  const post = poster(client)
  return {
    async listFolders(parentId, { signal }) {
      const params = new URLSearchParams({ parentId: parentId ?? '' })
      const answer = await call({ method: 'GET', url: '/folders', params, signal })
      return readShape(answer, 'answer').list('folders').map(parseFolder)
    },
    async createFolder({ name, parentId }, ctx) {
      const data: CreateFolderBody = { name, parentId }
      return parseFolder(await post('/folders', data, ctx))
    },
    deleteFolders: (ids, { signal }) =>
      callForEach(ids, (id) =>
        call({ method: 'DELETE', url: `/folders/${encodeURIComponent(id)}`, signal }),
      ),
    async listCategories({ signal }) {
      const answer = await call({ method: 'GET', url: '/categories', signal })
      return readShape(answer, 'answer').list('categories').map(parseCategory)
    },
    async getLimits({ signal }) {
      return parseLimits(await call({ method: 'GET', url: '/limits', signal }))
    },
  }
}
