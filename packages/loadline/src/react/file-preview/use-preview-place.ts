'use client'

import { useEffect, useState } from 'react'
import type { FilesResult } from '../file-list/use-files.js'
import type { FileRow } from '../file-list/merge-rows.js'

export type StoredRow = Extract<FileRow, { kind: 'stored' }>

export interface PreviewPlace {
  /** `null`: it is gone, and none stands in its place. */
  readonly row: StoredRow | null
  /** From 1; `null`: not known. */
  readonly count: number | null
  readonly total: number | null
  /** `null`: there is none. */
  readonly toNext: (() => void) | null
  readonly toPrevious: (() => void) | null
}

/** So near to the end of what is loaded the next page is asked for. */
const nearEnd = 3

/** Which of a list's files is shown, and the way to those beside it. Where it is deleted the next one takes its place. */
export function usePreviewPlace(
  allRows: readonly FileRow[],
  startId: string,
  { hasMore, loadMore, storedTotal }: Pick<FilesResult, 'hasMore' | 'loadMore' | 'storedTotal'>,
): PreviewPlace {
  const rows = allRows.filter((row) => row.kind === 'stored')
  const [place, setPlace] = useState({ id: startId, index: 0 })
  const found = rows.findIndex(({ id }) => id === place.id)
  const index = found === -1 ? Math.min(place.index, rows.length - 1) : found
  const row = rows[index] ?? null
  if (row !== null && (row.id !== place.id || index !== place.index)) {
    setPlace({ id: row.id, index })
  }
  const isNearEnd = hasMore && index >= rows.length - nearEnd
  useEffect(() => {
    if (isNearEnd) loadMore()
  }, [isNearEnd, loadMore, rows.length])
  const to = (at: number): (() => void) | null => {
    const id = rows[at]?.id
    return id === undefined ? null : () => setPlace({ id, index: at })
  }
  const total = storedTotal ?? (hasMore ? null : rows.length)
  return {
    row,
    count: index + 1,
    total,
    toNext: to(index + 1),
    toPrevious: to(index - 1),
  }
}
