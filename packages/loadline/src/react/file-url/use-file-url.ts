'use client'

import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { isUploadError, safeUrl, type StoredFile } from '../../core/index.js'
import { fileQueryKeys } from '../../query/index.js'
import { useProvider } from '../provider/files-context.js'
import { isExpired, renewIn } from './renew-in.js'

export interface FileUrlResult {
  /** The same as long as it is valid; `null`: there is none that is safe to follow. */
  readonly url: string | null
  readonly thumbnailUrl: string | null
  /** For `onError` of what shows it: asks for a new one, once for each address. */
  readonly onError: () => void
}

/**
 * A file's address, kept valid: renewed before it ends, when it failed, and on the way back to the tab. All who show
 * the file share one; requests of many files go together.
 */
export function useFileUrl(file: StoredFile): FileUrlResult {
  const { adapter, userKey, queryClient, renewals } = useProvider()
  const queryKey = fileQueryKeys.url(adapter, userKey, file.id)
  const { data: renewed, refetch } = useQuery<StoredFile>(
    {
      queryKey,
      queryFn: () => renewals.renew(file.id),
      // Only when it is due: what the list brought is as good.
      enabled: false,
      retry: (failures, error) => failures < 2 && isUploadError(error) && error.isRetryable,
    },
    queryClient,
  )
  const current = renewed !== undefined && endsLater(renewed, file) ? renewed : file
  const renew = useCallback(() => {
    if (renewals.isPossible) void refetch({ cancelRefetch: false })
  }, [renewals, refetch])

  const { urlExpiresAt } = current
  useEffect(() => {
    const wait = renewIn({ urlExpiresAt }, Date.now())
    if (wait === null) return undefined
    const onReturn = (): void => {
      const isBack = document.visibilityState === 'visible'
      if (isBack && isExpired({ urlExpiresAt }, Date.now())) renew()
    }
    // A list from the cache may hold addresses that ended long ago.
    onReturn()
    const timer = setTimeout(renew, wait)
    document.addEventListener('visibilitychange', onReturn)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onReturn)
    }
  }, [urlExpiresAt, renew])

  return { url: safeUrl(current.url), thumbnailUrl: safeUrl(current.thumbnailUrl), onError: renew }
}

function endsLater(one: StoredFile, other: StoredFile): boolean {
  return (one.urlExpiresAt ?? '') >= (other.urlExpiresAt ?? '')
}
