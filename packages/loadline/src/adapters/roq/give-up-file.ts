import type { CallContext } from '../../core/index.js'
import { hasCode } from './has-code.js'
import { deleteFilesOperation, type RoqMutations } from './operations.js'
import type { RoqClient } from './roq-client.js'

/** Tells ROQ that a file will not come, or not stay; what is gone already is as good. */
export async function giveUpFile(
  { client, mutations }: { readonly client: RoqClient; readonly mutations: RoqMutations },
  id: string,
  reason: 'cancelled' | 'error',
  ctx: CallContext,
): Promise<void> {
  try {
    await client.ask(...mutations.setStatus(id, reason), ctx)
  } catch (thrown) {
    if (hasCode(thrown, 'not-found')) return
    if (!hasCode(thrown, 'conflict')) throw thrown
    // What is ready keeps its status.
    await client.ask(deleteFilesOperation, { ids: [id] }, ctx)
  }
}
