'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { supports, type CallContext, type FileAdapter, type StoredFile } from '../../core/index.js'
import { fileQueryKeys } from '../../query/index.js'
import { useProvider } from '../provider/files-context.js'

const none: readonly StoredFile[] = []

/** Files by their ids, as far as the backend finds them. */
export function useStoredFiles(ids: readonly string[]): readonly StoredFile[] {
  const { adapter, queryClient, userKey } = useProvider()
  const { data } = useQuery(
    {
      queryKey: [...fileQueryKeys.user(adapter, userKey), 'byId', ids],
      queryFn: ({ signal }) => readFiles(adapter, ids, { signal }),
      enabled: ids.length > 0,
      // One id fewer is another question, whose files are known already.
      placeholderData: keepPreviousData,
    },
    queryClient,
  )
  return data ?? none
}

async function readFiles(
  adapter: FileAdapter,
  ids: readonly string[],
  ctx: CallContext,
): Promise<readonly StoredFile[]> {
  if (supports(adapter, 'getFiles')) {
    const results = await adapter.getFiles(ids, ctx)
    return results.flatMap((result) => (result.ok ? result.value : []))
  }
  if (!supports(adapter, 'getFile')) return none
  const results = await Promise.allSettled(ids.map((id) => adapter.getFile(id, ctx)))
  return results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []))
}
