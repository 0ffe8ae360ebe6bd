import type { BulkResult } from '../../../core/index.js'
import { checkEqual, checkError } from '../check.js'

/** Each id is in one of the two lists, once, and both stand in the order that was asked. */
export function checkBulk({ done, failed }: BulkResult, ids: readonly string[]): void {
  const isDone = new Set(done)
  const asked = [...new Set(ids)]
  checkEqual(
    done,
    asked.filter((id) => isDone.has(id)),
    'what is done, in order',
  )
  checkEqual(
    failed.map(({ id }) => id),
    asked.filter((id) => !isDone.has(id)),
    'what has failed, in order',
  )
  for (const { id, error } of failed) checkError(error, [], `the error of "${id}"`)
}
