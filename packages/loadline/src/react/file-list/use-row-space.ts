'use client'

import { useMemo, useState } from 'react'
import { supports, type FileListQuery } from '../../core/index.js'
import { useFileChanges } from '../file-actions/use-file-changes.js'
import { mostPlainItems } from '../hooks/use-item-window.js'
import { useProvider } from '../provider/files-context.js'
import type { FileRow } from './merge-rows.js'
import { useFarPages, type PlaceRange } from './use-far-pages.js'
import type { FilesResult } from './use-files.js'

/** All rows by their place, loaded or not. */
export interface RowSpace {
  readonly count: number
  /** Those from the top that are loaded one after the other. */
  readonly nearCount: number
  /** `null`: not loaded. */
  readonly at: (index: number) => FileRow | null
  /** Also of a row that is not loaded, for as long as it is not. */
  readonly idAt: (index: number) => string
  /** -1: it is not loaded. */
  readonly indexOf: (id: string) => number
  /** Those that are loaded, from the top. */
  readonly rows: readonly FileRow[]
  /** The rows that are in view, and the one that has the focus: what is missing there is asked for. */
  readonly see: (first: number, last: number, active: number) => void
  /** Why rows that are in view are missing. */
  readonly error: Error | null
  readonly refetch: () => Promise<void>
}

interface RowSpaceOptions {
  readonly list: FilesResult
  readonly query: FileListQuery
  readonly pageSize: number | undefined
}

/** Where the backend counts and can skip, the space is as large as the whole list; else it grows page by page. */
export function useRowSpace({ list, query, pageSize }: RowSpaceOptions): RowSpace {
  const { adapter } = useProvider()
  const { rows, files, storedTotal, total, hasMore } = list
  const from = files.length
  const far = useFarPages({ query, pageSize, from })
  const [isMissing, setIsMissing] = useState(false)
  const changes = useFileChanges()
  const canSkip = adapter.features.canSkip && supports(adapter, 'listFiles')
  const isLarge = canSkip && hasMore && storedTotal !== null && (total ?? 0) > mostPlainItems
  const count = isLarge ? rows.length + Math.max(0, storedTotal - from) : rows.length
  const near = useMemo(() => new Map(rows.map(({ id }, index) => [id, index])), [rows])
  const farRows = new Map<number, FileRow>()
  const farPlaces = new Map<string, number>()
  for (const [place, known] of isLarge ? far.files : []) {
    const change = changes[known.id]?.change
    if (change === 'deleted' || near.has(known.id) || farPlaces.has(known.id)) continue
    const index = rows.length + place - from
    farRows.set(index, {
      kind: 'stored',
      id: known.id,
      file: change ? { ...known, ...change } : known,
    })
    farPlaces.set(known.id, index)
  }
  const at = (index: number): FileRow | null => rows[index] ?? farRows.get(index) ?? null
  return {
    count,
    nearCount: rows.length,
    at,
    idAt: (index) => at(index)?.id ?? `#${String(index)}`,
    indexOf: (id) => near.get(id) ?? farPlaces.get(id) ?? -1,
    rows: [...rows, ...[...farRows].sort(([one], [other]) => one - other).map(([, row]) => row)],
    error: isLarge && isMissing ? far.error : null,
    refetch: far.refetch,
    see: (first, last, active) => {
      const placeOf = (index: number) => index - rows.length + from
      const ranges: readonly PlaceRange[] = [
        [first, last],
        [active, active],
      ]
      if (isLarge) {
        setIsMissing(far.error !== null && hasGap(at, first, last))
        const missing = ranges.filter(([, end]) => end >= rows.length)
        far.see(missing.map(([start, end]) => [placeOf(start), placeOf(end)]))
      } else if (count > mostPlainItems && Math.max(last, active) >= count - 10) list.loadMore()
    },
  }
}

function hasGap(at: RowSpace['at'], first: number, last: number): boolean {
  for (let index = first; index <= last; index += 1) if (at(index) === null) return true
  return false
}
