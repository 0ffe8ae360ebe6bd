'use client'

import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { FileListQuery, StoredFile } from '../../core/index.js'
import { defaultPageSize, filesQueryOptions } from '../../query/index.js'
import { useProvider } from '../provider/files-context.js'

export interface FarPages {
  /** By their place among all files that match. */
  readonly files: ReadonlyMap<number, StoredFile>
  /** Asks for the pages between two places. */
  readonly see: (first: number, last: number) => void
}

interface FarPagesOptions {
  readonly query: FileListQuery
  readonly pageSize: number | undefined
  /** Files before it are there already. */
  readonly from: number
}

/** Pages that are kept; further ones take the place of those seen longest ago. */
const mostPages = 8

const noPages: readonly number[] = []

/** The pages under the scroll bar, for adapters that can skip: nobody waits for those in between. */
export function useFarPages({ query, pageSize, from }: FarPagesOptions): FarPages {
  const { adapter, userKey, queryClient } = useProvider()
  const size = Math.min(pageSize ?? defaultPageSize, adapter.features.maxPageSize)
  const listKey = JSON.stringify([query, size])
  const [kept, setKept] = useState({ listKey, pages: noPages })
  const pages = kept.listKey === listKey ? kept.pages : noPages
  const queries = pages.map((page) =>
    filesQueryOptions(adapter, query, { userKey, limit: size, offset: page * size }),
  )
  const results = useQueries({ queries }, queryClient)
  const files = new Map<number, StoredFile>()
  for (const [at, page] of pages.entries()) {
    for (const [index, file] of (results[at]?.data?.files ?? []).entries()) {
      const place = page * size + index
      if (place >= from) files.set(place, file)
    }
  }
  return {
    files,
    see: (first, last) => {
      const seen: number[] = []
      for (let page = Math.floor(first / size); page * size <= last; page += 1) {
        if ((page + 1) * size > from) seen.push(page)
      }
      const missing = seen.filter((page) => !pages.includes(page))
      if (missing.length === 0) return
      const others = pages.filter((page) => !seen.includes(page))
      setKept({ listKey, pages: [...others, ...seen].slice(-mostPages) })
    },
  }
}
