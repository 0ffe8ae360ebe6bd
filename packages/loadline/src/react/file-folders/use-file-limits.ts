'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { supports, type FileLimits } from '../../core/index.js'
import { fileQueryKeys } from '../../query/index.js'
import { useProvider } from '../provider/files-context.js'

/** What the signed-in person may still add; `null` until it is known, and where the adapter does not say. */
export function useFileLimits(): FileLimits | null {
  const { adapter, userKey, queryClient } = useProvider()
  const { data } = useQuery(
    {
      queryKey: fileQueryKeys.limits(adapter, userKey),
      queryFn: supports(adapter, 'getLimits')
        ? ({ signal }) => adapter.getLimits({ signal })
        : skipToken,
    },
    queryClient,
  )
  return data ?? null
}
