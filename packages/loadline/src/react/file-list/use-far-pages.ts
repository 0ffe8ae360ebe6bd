'use client'

import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { FileListQuery, StoredFile } from '../../core/index.js'
import { defaultPageSize, filesQueryOptions } from '../../query/index.js'
import { useThrottled } from '../hooks/use-throttled.js'
import { useProvider } from '../provider/files-context.js'

export type PlaceRange = readonly [first: number, last: number]

export interface FarPages {
  /** By their place among all files that match. */
  readonly files: ReadonlyMap<number, StoredFile>
  /** Asks for the pages with these places. */
  readonly see: (ranges: readonly PlaceRange[]) => void
  /** Why one of the pages did not come. */
  readonly error: Error | null
  /** Asks again for those that did not come. */
  readonly refetch: () => Promise<void>
}

interface FarPagesOptions {
  readonly query: FileListQuery
  readonly pageSize: number | undefined
  /** Files before it are there already. */
  readonly from: number
}

/** Pages that are kept; further ones take the place of those seen longest ago. */
const mostPages = 8

/** Who drags the scroll bar passes a thousand rows with each frame: only some of them are asked for on the way. */
const pauseMs = 100

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
  const ask = useThrottled((seen: readonly number[]) => {
    const others = pages.filter((page) => !seen.includes(page))
    setKept({ listKey, pages: [...others, ...seen].slice(-mostPages) })
  }, pauseMs)
  const failed = results.filter(({ error }) => error !== null)
  return {
    files,
    error: failed[0]?.error ?? null,
    refetch: async () => {
      await Promise.all(failed.map(({ refetch }) => refetch()))
    },
    see: (ranges) => {
      const seen = new Set(ranges.flatMap((range) => pagesOf(range, size)))
      const behind = [...seen].filter((page) => (page + 1) * size > from)
      ask(behind.every((page) => pages.includes(page)) ? null : behind)
    },
  }
}

function pagesOf([first, last]: PlaceRange, size: number): readonly number[] {
  const page = Math.floor(first / size)
  return Array.from({ length: Math.floor(last / size) - page + 1 }, (_, at) => page + at)
}
