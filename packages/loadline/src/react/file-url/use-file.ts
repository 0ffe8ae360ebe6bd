'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { isUploadError, supports, type StoredFile } from '../../core/index.js'
import { fileQueryKeys } from '../../query/index.js'
import { useFileChanges } from '../file-actions/use-file-changes.js'
import { useProvider } from '../provider/files-context.js'

export interface FileResult {
  /** `null` until it is here, and once it is deleted here. */
  readonly file: StoredFile | null
  readonly status: 'pending' | 'error' | 'success'
  readonly error: Error | null
  readonly refetch: () => Promise<void>
}

/** One stored file. `null`: none. An adapter without `getFile` leaves it pending. */
export function useFile(id: string | null): FileResult {
  const { adapter, userKey, queryClient } = useProvider()
  const changes = useFileChanges()
  const canGet = id !== null && supports(adapter, 'getFile')
  const { data, status, error, refetch } = useQuery(
    {
      queryKey: fileQueryKeys.file(adapter, userKey, id ?? ''),
      queryFn: canGet ? ({ signal }) => adapter.getFile(id, { signal }) : skipToken,
      retry: (failures, failure) => failures < 2 && isUploadError(failure) && failure.isRetryable,
    },
    queryClient,
  )
  const change = id === null ? undefined : changes[id]?.change
  const isPatch = change !== undefined && change !== 'deleted'
  const known = data === undefined || change === 'deleted' ? null : data
  return {
    file: known !== null && isPatch ? { ...known, ...change } : known,
    status,
    error,
    refetch: async () => {
      await refetch()
    },
  }
}
