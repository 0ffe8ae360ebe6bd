'use client'

import { useQueries, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FileListQuery, FilePageData, StoredFile } from '../../core/index.js'
import { filesQueryOptions, type FilesQueryOptions } from '../../query/index.js'
import { useProvider, type ProviderValue } from '../provider/files-context.js'
import { isNewer } from './merge-rows.js'
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

interface LoadedPages {
  readonly listKey: string
  readonly folderId: string | null | undefined
  readonly pages: readonly FilePageData[]
  readonly files: readonly StoredFile[]
}

/** The loaded pages of a list, each a query of its own. `query`: the same object as long as it asks the same. */
export function useFilePages(query: FileListQuery, limit: number | undefined): FilePages {
  const provider = useProvider()
  const listKey = JSON.stringify(pageOptions(provider, query, limit, null).queryKey)
  const wanted = useWantedPages(listKey)
  const chain = chainPages(provider, query, limit, wanted.count)
  const results = useQueries({ queries: chain }, provider.queryClient)

  const pages = results.flatMap(({ data }) => data ?? [])
  const isComplete = pages.length === results.length
  const error = results.find((result) => result.error !== null)?.error ?? null
  const own = useLoaded({ listKey, folderId: query.filter?.folderId }, pages, isComplete)
  const isPrevious = own.listKey !== listKey && error === null
  const loaded = own.listKey === listKey || isPrevious ? own : nothing
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

const nothing: LoadedPages = { listKey: '', folderId: undefined, pages: [], files: [] }

/**
 * While later pages follow an earlier one that changed, what they held before stays; and while another search or
 * order of the same folder is on its way, what the last one found.
 */
function useLoaded(
  list: Pick<LoadedPages, 'listKey' | 'folderId'>,
  pages: readonly FilePageData[],
  isComplete: boolean,
): LoadedPages {
  const [last, setLast] = useState<LoadedPages>({ ...list, pages: [], files: [] })
  const isSameList = last.listKey === list.listKey
  const canStay = !isSameList && last.folderId === list.folderId && last.pages.length > 0
  if (canStay && pages.length === 0) return last

  const known = isSameList ? last.pages : []
  const shown = isComplete ? pages : [...pages, ...known.slice(pages.length)]
  if (isSameList && isSame(shown, last.pages)) return last

  const carried = isComplete || !isSameList ? [] : last.files
  const files = withoutDoubles([...shown.flatMap((page) => page.files), ...carried])
  const next = { ...list, pages: shown, files }
  setLast(next)
  return next
}

function isSame(one: readonly FilePageData[], other: readonly FilePageData[]): boolean {
  return one.length === other.length && one.every((page, index) => page === other[index])
}

/** A file that moved between two requests is on both pages: the newer word counts, in the first place. */
function withoutDoubles(files: readonly StoredFile[]): readonly StoredFile[] {
  const byId = new Map<string, StoredFile>()
  for (const file of files) {
    const known = byId.get(file.id)
    if (known === undefined || isNewer(file, known)) byId.set(file.id, file)
  }
  return [...byId.values()]
}
