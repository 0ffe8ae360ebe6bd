'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { supports, type FileCategory } from '../../core/index.js'
import { fileQueryKeys } from '../../query/index.js'
import { useProvider } from '../provider/files-context.js'

const none: readonly FileCategory[] = []

/** The categories that files can have; none where the adapter does not know any. */
export function useFileCategories(): readonly FileCategory[] {
  const { adapter, userKey, queryClient } = useProvider()
  const { data = none } = useQuery(
    {
      queryKey: fileQueryKeys.categories(adapter, userKey),
      queryFn: supports(adapter, 'listCategories')
        ? ({ signal }) => adapter.listCategories({ signal })
        : skipToken,
    },
    queryClient,
  )
  return data
}
