import {
  isUploadError,
  readShape,
  UploadError,
  type BulkFailure,
  type BulkResult,
  type OptionalMethods,
} from '../../core/index.js'
import { callForEach } from '../http/call-for-each.js'
import { callInBatches } from '../http/call-in-batches.js'
import type { AstraCollabClient } from './astracollab-client.js'
import { astraCollabError } from './astracollab-error.js'
import { filePath } from './file-path.js'

/** The vendor names no limit; a page's worth is what an interface selects at once. */
const maxBulkIds = 100

/** Deleting, which may succeed for some. */
export function deleteMethods({
  call,
}: AstraCollabClient): Required<Pick<OptionalMethods, 'deleteFiles'>> {
  return {
    deleteFiles(ids, { signal }) {
      const deleteSingly = (some: readonly string[]): Promise<BulkResult> =>
        callForEach(some, (id) => call({ method: 'DELETE', url: filePath(id), signal }))
      if (new Set(ids).size <= 1) return deleteSingly(ids)
      return callInBatches(ids, maxBulkIds, async (batch) => {
        const data = { fileIds: batch }
        try {
          const answer = await call({ method: 'DELETE', url: '/files/bulk', data, signal })
          return readBulk(answer, batch)
        } catch (thrown) {
          // Some proxies take the body off a DELETE.
          if (isUploadError(thrown) && 'fileIds' in thrown.details) return deleteSingly(batch)
          throw thrown
        }
      })
    },
  }
}

/** What became of each id that was asked about; one that the answer leaves out has failed. */
function readBulk(answer: unknown, ids: readonly string[]): BulkResult {
  const shape = readShape(answer, 'answer')
  const deleted = new Set(shape.list('deleted'))
  const reasons = new Map(
    shape.list('failed').map((one) => {
      const failure = readShape(one, 'failure')
      return [failure.text('fileId'), failure.textOrNull('reason') ?? ''] as const
    }),
  )
  const isDone = (id: string): boolean => deleted.has(id) && !reasons.has(id)
  const failed = ids
    .filter((id) => !isDone(id))
    .map((id): BulkFailure => ({ id, error: errorOf(reasons.get(id)) }))
  return { done: ids.filter((id) => isDone(id)), failed }
}

/** A reason may be one of the vendor's codes, or a sentence. */
function errorOf(reason: string | undefined): UploadError {
  if (reason === undefined) {
    return new UploadError('server', {
      message: "AstraCollab's answer does not say what became of this id.",
      isRetryable: false,
    })
  }
  const error = { code: codeOf(reason), message: reason }
  return astraCollabError({ status: 400, data: { error } })
}

function codeOf(reason: string): string {
  if (/not (be )?found|does not exist/i.test(reason)) return 'FILE_NOT_FOUND'
  if (/in use/i.test(reason)) return 'FILE_IN_USE'
  return /denied|permission/i.test(reason) ? 'ACCESS_DENIED' : reason
}
