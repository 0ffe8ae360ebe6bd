import {
  toUploadError,
  type BulkFailure,
  type BulkResult,
  type UploadErrorCode,
} from '../../core/index.js'
import { callInBatches } from './call-in-batches.js'

/** As many as a browser sends to one origin at a time. */
const mostAtOnce = 6

/** What is said of the caller or the backend, not of one id: the next would hear the same. */
const ofAll = new Set<UploadErrorCode>([
  'cancelled',
  'network',
  'offline',
  'rate-limited',
  'server',
  'timeout',
  'unauthenticated',
])

/**
 * One call for each id, where a backend has no route for many. Whatever would befall the next ones too ends it.
 * @throws UploadError where that is so from the start
 */
export function callForEach(
  ids: readonly string[],
  call: (id: string) => Promise<unknown>,
  atOnce = mostAtOnce,
): Promise<BulkResult> {
  return callInBatches(ids, atOnce, async (batch) => {
    const outcomes = await Promise.allSettled(batch.map((id) => call(id)))
    const failed = batch.flatMap((id, index): readonly BulkFailure[] => {
      const outcome = outcomes[index]
      return outcome?.status === 'rejected' ? [{ id, error: toUploadError(outcome.reason) }] : []
    })
    const done = batch.filter((_, index) => outcomes[index]?.status === 'fulfilled')
    const [first] = failed
    if (done.length === 0 && first !== undefined && ofAll.has(first.error.code)) throw first.error
    return { done, failed }
  })
}
