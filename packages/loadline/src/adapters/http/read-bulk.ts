import { readShape, UploadError, type BulkFailure, type BulkResult } from '../../core/index.js'
import type { BulkAnswer } from '../../protocol/index.js'
import { problemToError } from './api-error.js'

/** What became of each id that was asked about; one that the answer leaves out has failed. */
export function readBulk(answer: Partial<BulkAnswer>, ids: readonly string[]): BulkResult {
  const shape = readShape(answer, 'answer')
  const told = new Set(shape.list('done'))
  const problems = new Map(
    shape.list('failed').map((one) => {
      const failure = readShape(one, 'failure')
      return [failure.text('id'), problemToError(failure.value['error'])] as const
    }),
  )
  const done = ids.filter((id) => told.has(id) && !problems.has(id))
  const failed = ids
    .filter((id) => problems.has(id) || !told.has(id))
    .map((id): BulkFailure => ({ id, error: problems.get(id) ?? untold() }))
  return { done, failed }
}

function untold(): UploadError {
  return new UploadError('server', {
    message: "The backend's answer does not say what became of this id.",
    isRetryable: false,
  })
}
