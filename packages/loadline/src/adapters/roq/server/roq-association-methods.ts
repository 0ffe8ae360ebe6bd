import {
  isUploadError,
  parseAssociation,
  type AssociationInput,
  type CallContext,
  type FileAssociation,
  type OptionalMethods,
} from '../../../core/index.js'
import { callForEach } from '../../http/call-for-each.js'
import { deleteByIds } from '../delete-by-ids.js'
import { deleteAssociationsOperation, getFileOperation, type RoqMutations } from '../operations.js'
import { readFile } from '../read-file.js'
import type { RoqClient } from '../roq-client.js'

type AssociationMethods = Required<
  Pick<OptionalMethods, 'createAssociations' | 'deleteAssociations'>
>

/** Links between files and the application's own things, one file a call. */
export function roqAssociationMethods(
  client: RoqClient,
  mutations: RoqMutations,
): AssociationMethods {
  return {
    async createAssociations(ids, input, ctx) {
      const made = new Map<string, FileAssociation>()
      const result = await callForEach(ids, async (id) => {
        made.set(id, await associate(client, mutations, id, input, ctx))
      })
      const associations = result.done.flatMap((id) => made.get(id) ?? [])
      return { ...result, associations }
    },
    deleteAssociations: (ids, ctx) =>
      deleteByIds(ids, async (batch) => {
        const { value } = await client.ask(deleteAssociationsOperation, { ids: batch }, ctx)
        return value
      }),
  }
}

/** What is associated already is as good as done. */
async function associate(
  client: RoqClient,
  mutations: RoqMutations,
  fileId: string,
  { entityName, entityReference }: AssociationInput,
  ctx: CallContext,
): Promise<FileAssociation> {
  const request = mutations.associate({ entityName, entityReference, fileId })
  try {
    return parseAssociation((await client.ask(...request, ctx)).value)
  } catch (thrown) {
    if (!isUploadError(thrown) || thrown.code !== 'conflict') throw thrown
    const { associations } = readFile(
      (await client.ask(getFileOperation, { id: fileId }, ctx)).value,
    )
    const known = associations?.find(
      (one) => one.entityName === entityName && one.entityReference === entityReference,
    )
    if (known === undefined) throw thrown
    return known
  }
}
