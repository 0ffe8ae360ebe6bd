import type { CallContext, OptionalMethods, StoredFile, UploadRequest } from '../../core/index.js'
import { hasCode } from './has-code.js'
import { getFileOperation, visibilityOperation, type RoqMutations } from './operations.js'
import { readFile } from './read-file.js'
import type { RoqClient } from './roq-client.js'

export interface FinishParts {
  readonly client: RoqClient
  readonly mutations: RoqMutations
  readonly createAssociations: OptionalMethods['createAssociations'] | undefined
}

/**
 * Makes a file ready whose bytes are stored, as it was asked for. May be asked again after any step: each looks at
 * what is there.
 */
export async function finishUpload(
  { client, mutations, createAssociations }: FinishParts,
  id: string,
  { visibility, associations }: UploadRequest,
  ctx: CallContext,
): Promise<StoredFile> {
  let file = await makeReady(client, mutations, id, ctx)
  if (visibility !== null && file.visibility !== visibility) {
    const operation = visibilityOperation(visibility === 'public')
    file = readFile((await client.ask(operation, { id }, ctx)).value)
  }
  if (associations.length === 0) return file
  for (const association of associations) {
    const failed = (await createAssociations?.([id], association, ctx))?.failed[0]
    if (failed !== undefined) throw failed.error
  }
  return readFile((await client.ask(getFileOperation, { id }, ctx)).value)
}

async function makeReady(
  client: RoqClient,
  mutations: RoqMutations,
  id: string,
  ctx: CallContext,
): Promise<StoredFile> {
  try {
    return readFile((await client.ask(...mutations.setStatus(id, 'ready'), ctx)).value)
  } catch (thrown) {
    if (!hasCode(thrown, 'conflict')) throw thrown
    // An earlier answer may have been lost.
    const file = readFile((await client.ask(getFileOperation, { id }, ctx)).value)
    if (file.status === 'ready' || file.status === 'processing') return file
    throw thrown
  }
}
