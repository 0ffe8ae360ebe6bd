'use client'

import { useQueries, type QueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useState } from 'react'
import type { FileListQuery, FilePageData, StoredFile } from '../../core/index.js'
import { filesQueryOptions, type FilesQueryOptions } from '../../query/index.js'
import { useProvider, type ProviderValue } from '../provider/files-context.js'
import { DrawnPages, noPages, type LoadedPages, type PagesOf } from './drawn-pages.js'
import { useFirstAnswer } from './use-first-answer.js'
import { useWantedPages } from './use-wanted-pages.js'

export interface FilePages {
  readonly files: readonly StoredFile[]
  /** Epoch ms, of the oldest page. */
  readonly requestedAt: number
  /** Epoch ms. */
  readonly firstRequestedAt: number
  readonly total: number | null
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  /** What the query before answered, until its own answer is here. */
  readonly isPrevious: boolean
  readonly status: 'pending' | 'error' | 'success'
  readonly error: Error | null
  readonly loadMore: () => void
}

/** The loaded pages of a list, each a query of its own. `query`: the same object as long as it asks the same. */
export function useFilePages(query: FileListQuery, limit: number | undefined): FilePages {
  const provider = useProvider()
  const first = pageOptions(provider, query, limit, null)
  const listKey = JSON.stringify(first.queryKey)
  const wanted = useWantedPages(listKey)
  const chain = chainPages(provider, query, limit, wanted.count)
  const results = useQueries({ queries: chain }, provider.queryClient)
  useFirstAnswer(provider.queryClient, first, listKey)

  const pages = results.flatMap(({ data }) => data ?? [])
  const isComplete = pages.length === results.length
  const error = results.find((result) => result.error !== null)?.error ?? null
  const own = useLoaded({ listKey, folderId: query.filter?.folderId }, pages, isComplete)
  const isPrevious = own.listKey !== listKey && error === null
  const loaded = own.listKey === listKey || isPrevious ? own : noPages
  const hasMore = (loaded.pages.at(-1)?.nextCursor ?? null) !== null
  wanted.settle({ files: loaded.files, hasMore, isComplete })
  return {
    files: loaded.files,
    requestedAt: Math.min(...loaded.pages.map(({ requestedAt }) => requestedAt)),
    firstRequestedAt: loaded.pages[0]?.requestedAt ?? 0,
    total: loaded.pages[0]?.total ?? null,
    hasMore,
    isPrevious,
    isLoadingMore: !isPrevious && !isComplete && loaded.pages.length > 0 && error === null,
    status: statusOf(loaded.pages.length > 0, error),
    error,
    loadMore: () => {
      if (isComplete && hasMore) wanted.loadMore()
    },
  }
}

function statusOf(hasPages: boolean, error: Error | null): FilePages['status'] {
  if (hasPages) return 'success'
  return error === null ? 'pending' : 'error'
}

function pageOptions(
  { adapter, userKey }: ProviderValue,
  query: FileListQuery,
  limit: number | undefined,
  cursor: string | null,
): FilesQueryOptions {
  return filesQueryOptions(adapter, query, { userKey, limit, cursor })
}

/** Each page begins where the one before it ends now: after a refetch no file falls between two pages. */
function chainPages(
  provider: ProviderValue,
  query: FileListQuery,
  limit: number | undefined,
  count: number,
): FilesQueryOptions[] {
  const chain: FilesQueryOptions[] = []
  let cursor: string | null = null
  for (let page = 0; page < count; page += 1) {
    const options = pageOptions(provider, query, limit, cursor)
    chain.push(options)
    cursor = nextCursor(provider.queryClient, options)
    if (cursor === null) break
  }
  return chain
}

function nextCursor(client: QueryClient, { queryKey }: FilesQueryOptions): string | null {
  return client.getQueryData<FilePageData>(queryKey)?.nextCursor ?? null
}

/** What was drawn last is kept beside React's state: a change of it never renders the list once more. */
function useLoaded(
  list: PagesOf,
  pages: readonly FilePageData[],
  isComplete: boolean,
): LoadedPages {
  const [drawn] = useState(() => new DrawnPages(list))
  const next = drawn.next(list, pages, isComplete)
  useLayoutEffect(() => drawn.keep(next))
  return next
}
