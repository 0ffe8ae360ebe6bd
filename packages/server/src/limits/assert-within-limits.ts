import { ProblemError } from '../http/problem.js'
import type { User } from '../identity/identify.js'
import type { ServerContext } from '../server-context.js'
import type { Transaction } from '../uploads/lock-upload.js'
import { readUsage } from './read-usage.js'

/**
 * After a row was added or has grown, in the same transaction, which holds the lock of the user's usage
 * from then on: of many at once no two see the same rest.
 * @throws ProblemError 422 `quota`, for which the transaction is rolled back.
 */
export async function assertWithinLimits(
  { limits }: Pick<ServerContext, 'limits'>,
  transaction: Transaction,
  user: Pick<User, 'id' | 'tenantId'>,
): Promise<void> {
  const { fileCount, totalSize, pendingCount } = await readUsage(transaction, user)
  assertWithin('files', fileCount, limits.maxFiles)
  assertWithin('size', totalSize, limits.quotaSize)
  assertWithin('open-uploads', pendingCount, limits.maxOpenUploads)
}

function assertWithin(reason: string, used: number, limit: number | null): void {
  if (limit === null || used <= limit) return
  const detail = 'It does not fit into what you may store.'
  throw new ProblemError(422, 'quota', detail, { reason, limit })
}

/** Bytes of the largest file that may come; `null`: any. */
export function largestFile({ store, limits }: Pick<ServerContext, 'store' | 'limits'>) {
  const sizes = [store.maxObjectSize, limits.maxFileSize].filter((size) => size !== null)
  return sizes.length === 0 ? null : Math.min(...sizes)
}
