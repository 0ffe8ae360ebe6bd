import {
  parseAssociation,
  readShape,
  type FileAssociation,
  type OptionalMethods,
} from '../../core/index.js'
import type {
  CreateAssociationsAnswer,
  CreateAssociationsBody,
  DeleteAssociationsAnswer,
  DeleteAssociationsBody,
} from '../../protocol/index.js'
import type { ApiClient } from './api-client.js'
import { callInBatches } from './call-in-batches.js'
import { maxBulkIds } from './max-bulk-ids.js'
import { poster } from './poster.js'
import { readBulk } from './read-bulk.js'

type AssociationMethods = Required<
  Pick<OptionalMethods, 'createAssociations' | 'deleteAssociations'>
>

/** Links between files and the application's own things. */
export function associationMethods(client: ApiClient): AssociationMethods {
  const post = poster(client)
  return {
    async createAssociations(ids, { entityName, entityReference }, ctx) {
      const associations: FileAssociation[] = []
      const result = await callInBatches(ids, maxBulkIds, async (fileIds) => {
        const data: CreateAssociationsBody = { fileIds, entityName, entityReference }
        const answer = await post<CreateAssociationsAnswer>('/associations', data, ctx)
        associations.push(...readShape(answer, 'answer').list('associations').map(parseAssociation))
        return readBulk(answer, fileIds)
      })
      return { ...result, associations }
    },
    deleteAssociations: (associationIds, ctx) =>
      callInBatches(associationIds, maxBulkIds, async (ids) => {
        const data: DeleteAssociationsBody = { ids }
        const answer = await post<DeleteAssociationsAnswer>('/associations/delete', data, ctx)
        return readBulk(answer, ids)
      }),
  }
}
