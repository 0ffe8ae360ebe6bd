import { isUploadError, type FileListQuery } from '../../core/index.js'
import { isNarrowed } from './is-narrowed.js'
import type { FilesResult } from './use-files.js'

/** What stands in the list's place. */
export type Look = 'pending' | 'empty' | 'no-match' | 'error' | 'forbidden' | 'filled'

export function lookOf({ rows, status, error }: FilesResult, query: FileListQuery): Look {
  if (rows.length > 0) return 'filled'
  if (status === 'success') return isNarrowed(query) ? 'no-match' : 'empty'
  return isUploadError(error) && error.code === 'forbidden' ? 'forbidden' : status
}
