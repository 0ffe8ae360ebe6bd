'use client'

import { useQuery } from '@tanstack/react-query'
import { supports, type FileAdapter, type FolderStep } from '../../core/index.js'
import { fileQueryKeys } from '../../query/index.js'
import { useProvider } from '../provider/files-context.js'
import type { ListPlace } from './use-list-place.js'

/** Asked for the way to a folder that nobody walked to. */
const mostCalls = 50

/** From the root, which it leaves out, to the folder that is shown; while it is not known, the folder by its id. */
export function useFolderPath({
  folderId,
  path,
}: Pick<ListPlace, 'folderId' | 'path'>): readonly FolderStep[] {
  const { adapter, userKey, queryClient } = useProvider()
  const isKnown = (path.at(-1)?.id ?? null) === folderId
  const { data } = useQuery(
    {
      queryKey: [...fileQueryKeys.folders(adapter, userKey), { pathOf: folderId }],
      enabled: !isKnown && folderId !== null,
      queryFn: ({ signal }) =>
        findPath(folderId ?? '', (parentId) =>
          supports(adapter, 'listFolders')
            ? adapter.listFolders(parentId, { signal })
            : Promise.resolve([]),
        ),
    },
    queryClient,
  )
  if (isKnown) return path
  return data ?? [{ id: folderId ?? '', name: '…' }]
}

type ListFolders = (parentId: string | null) => ReturnType<NonNullable<FileAdapter['listFolders']>>

/** What is in a folder tells its way; of an empty one the folder itself does, level by level from the root. */
async function findPath(id: string, list: ListFolders): Promise<readonly FolderStep[] | null> {
  const [inside] = await list(id)
  if (inside !== undefined) return inside.path.slice(0, -1)
  const parents: (string | null)[] = [null]
  for (const [calls, parent] of parents.entries()) {
    if (calls === mostCalls) break
    for (const folder of await list(parent)) {
      if (folder.id === id) return folder.path
      parents.push(folder.id)
    }
  }
  return null
}
