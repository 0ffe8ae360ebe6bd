'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { fileQueryKeys } from '../../query/index.js'
import { useProvider } from '../provider/files-context.js'
import type { FileChanges } from './file-changes.js'

const none: FileChanges = {}

/** What was done to files here. It lives in the query cache: all lists of a user and backend see the same. */
export function useFileChanges(): FileChanges {
  const { adapter, userKey, queryClient } = useProvider()
  const { data = none } = useQuery<FileChanges>(
    {
      queryKey: fileQueryKeys.changes(adapter, userKey),
      queryFn: skipToken,
      initialData: none,
      staleTime: Infinity,
    },
    queryClient,
  )
  return data
}
