import { parseStoredFile, type CallContext, type OptionalMethods } from '../../core/index.js'
import type {
  DeleteFilesAnswer,
  DeleteFilesBody,
  SetVisibilityBody,
  UpdateFileBody,
} from '../../protocol/index.js'
import type { ApiClient } from '../http/api-client.js'
import { callForEach } from '../http/call-for-each.js'
import { callInBatches } from '../http/call-in-batches.js'
import { filePath } from './file-path.js'
import { maxBulkIds } from '../http/max-bulk-ids.js'
import { poster } from '../http/poster.js'
import { readBulk } from '../http/read-bulk.js'

type ChangeMethods = Required<
  Pick<
    OptionalMethods,
    'renameFile' | 'setVisibility' | 'deleteFiles' | 'moveFiles' | 'setCategory'
  >
>

/** Managing files. */
export function changeMethods(client: ApiClient): ChangeMethods {
  const { call } = client
  const post = poster(client)
  const update = async (id: string, data: UpdateFileBody, { signal }: CallContext) =>
    parseStoredFile(await call({ method: 'PATCH', url: filePath(id), data, signal }))
  return {
    renameFile: (id, name, ctx) => update(id, { name }, ctx),
    async setVisibility(id, visibility, { signal }) {
      const data: SetVisibilityBody = { visibility }
      const url = `${filePath(id)}/visibility`
      return parseStoredFile(await call({ method: 'PUT', url, data, signal }))
    },
    deleteFiles: (ids, ctx) =>
      callInBatches(ids, maxBulkIds, async (batch) => {
        const data: DeleteFilesBody = { ids: batch }
        return readBulk(await post<DeleteFilesAnswer>('/files/delete', data, ctx), batch)
      }),
    moveFiles: (ids, folderId, ctx) => callForEach(ids, (id) => update(id, { folderId }, ctx)),
    setCategory: (ids, category, ctx) => callForEach(ids, (id) => update(id, { category }, ctx)),
  }
}
