import { isUploadError, UploadError, type BulkFailure, type BulkResult } from '../../core/index.js'

export interface BulkProgress {
  readonly done: number
  readonly total: number
}

export interface BatchOptions {
  readonly size: number
  readonly signal: AbortSignal
  readonly onProgress?: ((progress: BulkProgress) => void) | undefined
  /** After each batch, with what became of it. */
  readonly onBatch?: ((result: BulkResult) => void) | undefined
}

/**
 * One batch after the other. A call that fails whole fails each file of its batch; after an abort the rest counts as
 * `cancelled`, but the batch under way ends: the backend may have done it. It never rejects.
 */
export async function runInBatches(
  ids: readonly string[],
  call: (ids: readonly string[], signal: AbortSignal) => Promise<BulkResult>,
  { size, signal, onProgress, onBatch }: BatchOptions,
): Promise<BulkResult> {
  const done: string[] = []
  const failed: BulkFailure[] = []
  for (let start = 0; start < ids.length; start += size) {
    const batch = ids.slice(start, start + size)
    const result = signal.aborted
      ? failAll(batch, new UploadError('cancelled'))
      : await call(batch, new AbortController().signal).catch((error: unknown) =>
          failAll(batch, error),
        )
    done.push(...result.done)
    failed.push(...result.failed)
    onBatch?.(result)
    onProgress?.({ done: done.length + failed.length, total: ids.length })
  }
  return { done, failed }
}

function failAll(ids: readonly string[], thrown: unknown): BulkResult {
  const error = isUploadError(thrown) ? thrown : new UploadError('unknown', { cause: thrown })
  return { done: [], failed: ids.map((id) => ({ id, error })) }
}
