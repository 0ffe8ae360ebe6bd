import {
  isUploadError,
  supports,
  UploadError,
  type BulkFailure,
  type BulkResult,
  type FileAdapter,
  type FileCategory,
  type FileVisibility,
  type StoredFile,
} from '../../core/index.js'
import { associationActions, type AssociationActions } from './association-actions.js'
import { collectIds, type FileTarget } from './collect-ids.js'
import type { ChangeBook } from './create-change-book.js'
import type { FileChange } from './file-changes.js'
import { runInBatches, type BulkProgress } from './run-in-batches.js'

export interface BulkOptions {
  /** After it, what is left is reported as `cancelled`. A request that is under way ends first: its outcome counts. */
  readonly signal?: AbortSignal | undefined
  /** Files behind "all that match", as they are asked for. */
  readonly onFiles?: ((files: readonly StoredFile[]) => void) | undefined
  readonly onProgress?: ((progress: BulkProgress) => void) | undefined
}

type SetMany<Value> = (
  target: FileTarget,
  value: Value,
  options?: BulkOptions,
) => Promise<BulkResult>

/**
 * What can be done to stored files; `null` where the adapter cannot. Lists show the outcome at once, and take it back
 * for each file that fails. What is done to many tells the result of each file, and rejects only where it cannot be
 * found out which files are meant.
 */
export interface FileActions extends AssociationActions {
  /** @throws UploadError */
  readonly renameFile: ((id: string, name: string) => Promise<StoredFile>) | null
  readonly deleteFiles: ((target: FileTarget, options?: BulkOptions) => Promise<BulkResult>) | null
  readonly setVisibility: SetMany<FileVisibility> | null
  /** `null`: to the root. */
  readonly moveFiles: SetMany<string | null> | null
  /** `null`: none. */
  readonly setCategory: SetMany<FileCategory | null> | null
}

type BulkCall = (ids: readonly string[], signal: AbortSignal) => Promise<BulkResult>

export function createFileActions(adapter: FileAdapter, book: ChangeBook): FileActions {
  const bulk = bulkRunner(adapter, book)
  return {
    ...associationActions(adapter, book),
    renameFile: supports(adapter, 'renameFile')
      ? (id, name) =>
          rename(id, name, () => adapter.renameFile(id, name, { signal: never() }), book)
      : null,
    deleteFiles: supports(adapter, 'deleteFiles')
      ? (target, options) =>
          bulk(
            target,
            'deleted',
            async (ids, signal) => withoutGone(await adapter.deleteFiles(ids, { signal })),
            options,
          )
      : null,
    setVisibility: supports(adapter, 'setVisibility')
      ? (target, visibility, options) => {
          const set = (id: string, signal: AbortSignal) =>
            adapter.setVisibility(id, visibility, { signal })
          const call: BulkCall = (ids, signal) => each(ids, (id) => set(id, signal))
          return bulk(target, { visibility }, call, options)
        }
      : null,
    moveFiles: supports(adapter, 'moveFiles')
      ? (target, folderId, options) => {
          const call: BulkCall = (ids, signal) => adapter.moveFiles(ids, folderId, { signal })
          return bulk(target, { folderId }, call, options)
        }
      : null,
    setCategory: supports(adapter, 'setCategory')
      ? (target, category, options) => {
          const key = category?.key ?? null
          const call: BulkCall = (ids, signal) => adapter.setCategory(ids, key, { signal })
          return bulk(target, { category }, call, options)
        }
      : null,
  }
}

/** Lists show the change from the start, and each batch's outcome once it is known. */
function bulkRunner(adapter: FileAdapter, book: ChangeBook) {
  return async (
    target: FileTarget,
    change: FileChange['change'],
    call: BulkCall,
    { signal = never(), onFiles, onProgress }: BulkOptions = {},
  ): Promise<BulkResult> => {
    const ids = await collectIds(adapter, target, { signal, onFiles })
    const begun = book.begin(ids, change)
    const result = await runInBatches(ids, call, {
      ...{ size: adapter.features.maxFilesPerBatch, signal, onProgress },
      onBatch: ({ done, failed }) => {
        begun.settle(done)
        begun.undo(failed.map(({ id }) => id))
      },
    })
    void book.refresh()
    return result
  }
}

async function rename(
  id: string,
  name: string,
  call: () => Promise<StoredFile>,
  book: ChangeBook,
): Promise<StoredFile> {
  const begun = book.begin([id], { name })
  try {
    const file = await call()
    begun.settle([id], file)
    return file
  } catch (error) {
    begun.undo([id])
    throw error
  } finally {
    void book.refresh()
  }
}

function never(): AbortSignal {
  return new AbortController().signal
}

/** Someone else was quicker: that is what was wanted. */
function withoutGone({ done, failed }: BulkResult): BulkResult {
  const gone = failed.filter(({ error }) => error.code === 'not-found')
  return {
    done: [...done, ...gone.map(({ id }) => id)],
    failed: failed.filter((failure) => !gone.includes(failure)),
  }
}

/** For what a backend does to one file at a time. */
async function each(
  ids: readonly string[],
  call: (id: string) => Promise<unknown>,
): Promise<BulkResult> {
  const done: string[] = []
  const failed: BulkFailure[] = []
  const results = await Promise.allSettled(ids.map((id) => call(id)))
  for (const [index, id] of ids.entries()) {
    const result = results[index]
    if (result?.status !== 'rejected') done.push(id)
    else failed.push({ id, error: toError(result.reason) })
  }
  return { done, failed }
}

function toError(thrown: unknown): UploadError {
  return isUploadError(thrown) ? thrown : new UploadError('unknown', { cause: thrown })
}
