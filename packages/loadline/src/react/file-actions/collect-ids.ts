import { supports, UploadError, type FileAdapter, type StoredFile } from '../../core/index.js'
import { effectiveFileQuery } from '../../query/index.js'
import type { FileSelection } from '../file-selection/file-selection.js'

/** Files by id, or what a list has selected. */
export type FileTarget = readonly string[] | FileSelection

export interface CollectOptions {
  readonly signal: AbortSignal
  /** The files of a page that was asked for. */
  readonly onFiles?: ((files: readonly StoredFile[]) => void) | undefined
}

/**
 * The ids that a selection stands for; those of "all that match" are asked for page by page, before anything is done:
 * a page behind a deleted file would begin elsewhere.
 * @throws UploadError
 */
export async function collectIds(
  adapter: FileAdapter,
  target: FileTarget,
  { signal, onFiles }: CollectOptions,
): Promise<readonly string[]> {
  if (!('kind' in target)) return target
  if (target.kind === 'ids') return [...target.ids]
  if (!supports(adapter, 'listFiles')) throw new UploadError('unsupported')
  const query = effectiveFileQuery(adapter, target.query)
  const ids = new Set<string>()
  let cursor: string | null = null
  do {
    const limit = adapter.features.maxPageSize
    const page = await adapter.listFiles({ ...query, limit, cursor }, { signal })
    onFiles?.(page.files)
    for (const { id } of page.files) if (!target.except.has(id)) ids.add(id)
    cursor = page.nextCursor
    signal.throwIfAborted()
  } while (cursor !== null)
  return [...ids]
}
