import { wrongShape, UploadError, type BulkResult } from '../../core/index.js'
import { callInBatches } from '../http/call-in-batches.js'
import { isUuid } from './is-uuid.js'

const maxIdsPerCall = 100

/** @param ask answers the ids that are gone, which may be fewer than were asked */
export function deleteByIds(
  ids: readonly string[],
  ask: (batch: readonly string[]) => Promise<unknown>,
): Promise<BulkResult> {
  return callInBatches(ids, maxIdsPerCall, async (batch) => {
    const possible = batch.filter(isUuid)
    const answer = possible.length === 0 ? [] : await ask(possible)
    if (!Array.isArray(answer)) throw wrongShape('answer', 'a list of ids')
    const gone = new Set<unknown>(answer)
    return {
      done: batch.filter((id) => gone.has(id)),
      failed: batch
        .filter((id) => !gone.has(id))
        .map((id) => ({ id, error: new UploadError('not-found', { message: notTold }) })),
    }
  })
}

const notTold = 'ROQ did not delete it: there is no such id, or none that you may delete.'
