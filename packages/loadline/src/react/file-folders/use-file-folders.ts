'use client'

import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { supports, type BulkResult, type FileFolder } from '../../core/index.js'
import { fileQueryKeys, foldersQueryOptions } from '../../query/index.js'
import { useProvider } from '../provider/files-context.js'

export interface FileFoldersResult {
  /** Those right below it. */
  readonly folders: readonly FileFolder[]
  readonly status: 'pending' | 'error' | 'success'
  readonly error: Error | null
  /** Makes one below it; `null` where the adapter cannot. @throws UploadError */
  readonly createFolder: ((name: string) => Promise<FileFolder>) | null
  /** With the result of each; a folder that is not empty is a `conflict`. `null` where the adapter cannot. */
  readonly deleteFolders: ((ids: readonly string[]) => Promise<BulkResult>) | null
}

const none: readonly FileFolder[] = []

/**
 * The folders below one, and what can be done to them.
 * @param folderId `null`: the root
 */
export function useFileFolders(folderId: string | null): FileFoldersResult {
  const { adapter, userKey, queryClient } = useProvider()
  const { data, status, error } = useQuery(
    {
      ...foldersQueryOptions(adapter, folderId, { userKey }),
      enabled: supports(adapter, 'listFolders'),
    },
    queryClient,
  )
  const refresh = useCallback(
    () => queryClient.invalidateQueries({ queryKey: fileQueryKeys.folders(adapter, userKey) }),
    [adapter, userKey, queryClient],
  )
  return {
    folders: data ?? none,
    status,
    error,
    createFolder: supports(adapter, 'createFolder')
      ? async (name) => {
          const { signal } = new AbortController()
          const folder = await adapter.createFolder({ name, parentId: folderId }, { signal })
          await refresh()
          return folder
        }
      : null,
    deleteFolders: supports(adapter, 'deleteFolders')
      ? async (ids) => {
          const { signal } = new AbortController()
          const result = await adapter.deleteFolders(ids, { signal })
          await refresh()
          return result
        }
      : null,
  }
}
