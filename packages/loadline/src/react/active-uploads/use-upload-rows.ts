'use client'

import { useMemo, useState } from 'react'
import type { UploadQueue } from '../../core/index.js'
import { useProvider } from '../provider/files-context.js'
import { groupSmallFiles } from './group-small-files.js'

/** Bytes. Below that a file is sent in a moment. */
const smallBelow = 1_000_000

export interface UploadRows {
  /** Ids of uploads, and the row of the small ones where the first of them stood. */
  readonly rows: readonly string[]
  readonly smallIds: readonly string[]
  readonly isExpanded: boolean
  readonly expand: (isExpanded: boolean) => void
}

export function useUploadRows(ids: readonly string[], groupAbove: number): UploadRows {
  const { queue } = useProvider()
  const [isExpanded, expand] = useState(false)
  const smallIds = useMemo(
    () => (ids.length > groupAbove ? ids.filter((id) => isSmall(queue, id)) : []),
    [queue, ids, groupAbove],
  )
  const rows = useMemo(
    () => groupSmallFiles(ids, smallIds, isExpanded),
    [ids, smallIds, isExpanded],
  )
  return { rows, smallIds, isExpanded, expand }
}

function isSmall(queue: UploadQueue, id: string): boolean {
  const task = queue.getTask(id)
  return task !== undefined && task.size < smallBelow
}
