'use client'

import { useState } from 'react'
import type { StoredFile } from '../../core/index.js'

interface WantedPages {
  readonly listKey: string
  readonly count: number
  /** The last file that the reader had; `null` until it is known. */
  readonly lastId: string | null
  /** A page was added to keep it. */
  readonly isStretched: boolean
}

interface LoadedList {
  readonly files: readonly StoredFile[]
  readonly hasMore: boolean
  readonly isComplete: boolean
}

/**
 * How many pages to ask for: what the reader asked for, and one more when new files on top push
 * out the last one that the reader had.
 */
export function useWantedPages(listKey: string) {
  const first: WantedPages = { listKey, count: 1, lastId: null, isStretched: false }
  const [kept, setKept] = useState(first)
  const wanted = kept.listKey === listKey ? kept : first
  return {
    count: wanted.count,
    /** During render, with what is loaded now. */
    settle: (list: LoadedList) => {
      const next = nextWanted(wanted, list)
      if (next !== wanted) setKept(next)
    },
    loadMore: () => {
      setKept({ ...first, count: wanted.count + 1 })
    },
  }
}

function nextWanted(wanted: WantedPages, { files, hasMore, isComplete }: LoadedList): WantedPages {
  const { count, lastId, isStretched } = wanted
  if (!isComplete) return wanted
  if (lastId !== null && files.some(({ id }) => id === lastId)) {
    return isStretched ? { ...wanted, isStretched: false } : wanted
  }
  if (lastId !== null && hasMore && !isStretched) {
    return { ...wanted, count: count + 1, isStretched: true }
  }
  // It was deleted, or there was none yet: what is last now is kept from here on.
  const id = files.at(-1)?.id ?? null
  return id === lastId && !isStretched ? wanted : { ...wanted, lastId: id, isStretched: false }
}
