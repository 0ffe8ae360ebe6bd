'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { supports } from '../../core/index.js'
import { foldersQueryOptions } from '../../query/index.js'
import type { FileRow } from '../file-list/merge-rows.js'
import { useProvider } from '../provider/files-context.js'

export interface FolderRows {
  readonly rows: readonly FileRow[]
  /** They are on their way: files that were drawn before them would jump. */
  readonly isHeld: boolean
}

interface FolderRowsOptions {
  /** `null`: the root; `undefined`: none is shown. */
  readonly place: string | null | undefined
  /** The place's files are here. */
  readonly isLoaded: boolean
  /** The files are still those of the query before. */
  readonly isPrevious: boolean
  /** Epoch ms, of the first page; 0: a server rendered it. */
  readonly requestedAt: number
}

const none: readonly FileRow[] = []

/** The folders of a place, as rows. A list goes on without them where they cannot be had. */
export function useFolderRows(options: FolderRowsOptions): FolderRows {
  const { place, isLoaded, isPrevious, requestedAt } = options
  const { adapter, userKey, queryClient } = useProvider()
  const isAsked = place !== undefined && supports(adapter, 'listFolders')
  const { data, isLoading } = useQuery(
    { ...foldersQueryOptions(adapter, place ?? null, { userKey }), enabled: isAsked },
    queryClient,
  )
  const rows = useMemo(
    () =>
      isAsked && data !== undefined
        ? data.map((folder) => ({ kind: 'folder' as const, id: `folder:${folder.id}`, folder }))
        : none,
    [isAsked, data],
  )
  // What was drawn once, by a server too, stays drawn.
  const [shown, setShown] = useState<string | null | undefined>()
  const isHeld = isLoading && isLoaded && shown !== place && requestedAt > 0
  if (isLoaded && !isHeld && shown !== place) setShown(place)
  const [last, setLast] = useState(rows)
  if (!isPrevious && last !== rows) setLast(rows)
  const drawn = isPrevious ? last : rows
  return useMemo(() => ({ rows: drawn, isHeld }), [drawn, isHeld])
}
