import { toUploadError, type BulkFailure, type BulkResult } from '../../core/index.js'

/**
 * One call for so many ids at a time, each id once. Where a call fails as a whole, what was done before it stays
 * told: the ids that are left fail with its error.
 * @throws UploadError where not even the first call was answered
 */
export async function callInBatches(
  ids: readonly string[],
  batchSize: number,
  call: (batch: readonly string[]) => Promise<BulkResult>,
): Promise<BulkResult> {
  const wanted = [...new Set(ids)]
  const done: string[] = []
  const failed: BulkFailure[] = []
  for (let start = 0; start < wanted.length; start += batchSize) {
    try {
      const answer = await call(wanted.slice(start, start + batchSize))
      done.push(...answer.done)
      failed.push(...answer.failed)
    } catch (thrown) {
      const error = toUploadError(thrown)
      if (start === 0) throw error
      failed.push(...wanted.slice(start).map((id) => ({ id, error })))
      break
    }
  }
  return { done, failed }
}
