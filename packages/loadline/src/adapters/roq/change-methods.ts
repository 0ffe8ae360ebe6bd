import { UploadError, type OptionalMethods } from '../../core/index.js'
import { deleteByIds } from './delete-by-ids.js'
import { deleteFilesOperation, visibilityOperation, type RoqMutations } from './operations.js'
import { readFile } from './read-file.js'
import type { RoqClient } from './roq-client.js'

type ChangeMethods = Required<Pick<OptionalMethods, 'renameFile' | 'setVisibility' | 'deleteFiles'>>

/** Managing files. */
export function changeMethods(client: RoqClient, mutations: RoqMutations): ChangeMethods {
  return {
    async renameFile(id, name, ctx) {
      if (name.trim() === '') {
        throw new UploadError('validation', { message: 'A file needs a name.' })
      }
      return readFile((await client.ask(...mutations.rename(id, name), ctx)).value)
    },
    async setVisibility(id, visibility, ctx) {
      const operation = visibilityOperation(visibility === 'public')
      return readFile((await client.ask(operation, { id }, ctx)).value)
    },
    deleteFiles: (ids, ctx) =>
      deleteByIds(ids, async (batch) => {
        const { value } = await client.ask(deleteFilesOperation, { ids: batch }, ctx)
        return value
      }),
  }
}
