'use client'

import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { FileListQuery, StoredFile, UploadQueue } from '../../core/index.js'
import {
  effectiveFileQuery,
  fileQueryKeys,
  placeOf,
  type FilePageAddress,
} from '../../query/index.js'
import { applyChanges } from '../file-actions/file-changes.js'
import { useFileChanges } from '../file-actions/use-file-changes.js'
import { useFolderRows } from '../file-folders/use-folder-rows.js'
import { useProvider } from '../provider/files-context.js'
import { isNarrowed } from './is-narrowed.js'
import { mergeRows, type FileRow } from './merge-rows.js'
import { nameOfRow } from './row-facts.js'
import { createUploadOverlay, emptyOverlay, type OverlaySnapshot } from './upload-overlay.js'
import { useFilePages, type FilePages } from './use-file-pages.js'
import { useProcessingFiles } from './use-processing-files.js'

export interface UseFilesOptions {
  /** Default: all files, newest first, without those that never arrived. */
  readonly query?: FileListQuery | undefined
  /** Live uploads stand among the files. Default `true`. */
  readonly showUploads?: boolean | undefined
  /** The folders of the place stand before its files. Default: unless something is searched or filtered. */
  readonly showFolders?: boolean | undefined
  /** Only the uploads with it. Default: all. */
  readonly scope?: string | undefined
  /** Files in a page. Default 100. */
  readonly pageSize?: number | undefined
}

export interface FilesResult {
  /** The folders, then the files with live uploads in place. A row keeps its id when its upload becomes a file. */
  readonly rows: readonly FileRow[]
  /** What the loaded pages hold. */
  readonly files: readonly StoredFile[]
  /** All files that match, and the uploads among them; `null` where the backend does not count. */
  readonly total: number | null
  /** The same without the uploads that no page holds yet. */
  readonly storedTotal: number | null
  /** Rows of folders: the totals count files alone. */
  readonly folderCount: number
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  /** The rows answer the query before this one, whose own answer is on its way. */
  readonly isPrevious: boolean
  /** Epoch ms, of the first page; 0: none yet. */
  readonly requestedAt: number
  /** Asks for the page after the last one. */
  readonly loadMore: () => void
  readonly status: 'pending' | 'error' | 'success'
  readonly error: Error | null
  /** Asks for the loaded pages again. */
  readonly refetch: () => Promise<void>
}

/** One debounced request for a whole burst: until it lands, the uploads themselves hold the rows. */
const refetchDelayMs = 2000

/** A list of files, page by page, with the uploads that belong in it. */
export function useFiles(options: UseFilesOptions = {}): FilesResult {
  const { query = allFiles, showUploads = true, scope, pageSize } = options
  const { showFolders = !isNarrowed(query) } = options
  const { adapter, queue, queryClient, userKey } = useProvider()
  const asked = useSameQuery(effectiveFileQuery(adapter, query))
  const found = adapter.features.search === 'page' ? query.search : undefined
  const pages = useFilePages(asked, pageSize)
  const overlay = useOverlay(queue, scope)
  useRefetchAfterUploads(asked, pages, overlay.lastReadyAt)

  // What the backend counts is not what was searched for here.
  const total = found === undefined || found === '' ? pages.total : null
  const folders = useFolderRows({
    place: showFolders ? placeOf(adapter, query) : undefined,
    isLoaded: pages.status === 'success',
    ...{ isPrevious: pages.isPrevious, requestedAt: pages.firstRequestedAt },
  })
  const merged = useMergedRows(pages, asked, showUploads ? overlay : emptyOverlay)
  useProcessingFiles(merged.rows)
  const rows = useMemo(
    () => (folders.isHeld ? none : searchRows([...folders.rows, ...merged.rows], found)),
    [folders, merged, found],
  )
  const refetch = useCallback(
    () =>
      queryClient.refetchQueries({
        queryKey: fileQueryKeys.list(adapter, userKey, asked),
        type: 'active',
      }),
    [queryClient, adapter, userKey, asked],
  )
  return {
    rows,
    files: pages.files,
    total: total === null ? null : total + merged.extra - merged.hidden,
    storedTotal: total === null ? null : total - merged.hidden,
    folderCount: folders.isHeld ? 0 : folders.rows.length,
    hasMore: pages.hasMore,
    isLoadingMore: pages.isLoadingMore,
    isPrevious: pages.isPrevious,
    requestedAt: pages.firstRequestedAt,
    loadMore: pages.loadMore,
    status: folders.isHeld && pages.status === 'success' ? 'pending' : pages.status,
    error: pages.error,
    refetch,
  }
}

const allFiles: FileListQuery = {}

const none: readonly FileRow[] = []

/** What the pages hold with the uploads in place, after what was done here. */
function useMergedRows(
  { files, requestedAt, firstRequestedAt, hasMore }: FilePages,
  query: FileListQuery,
  overlay: OverlaySnapshot,
) {
  const changes = useFileChanges()
  return useMemo(() => {
    const { rows, extra } = mergeRows({ files, requestedAt, hasMore, query, overlay })
    const changed = applyChanges(rows, changes, {
      ...{ files, requestedAt, countedAt: firstRequestedAt, filter: query.filter },
    })
    return { ...changed, extra: extra - changed.hiddenExtra }
  }, [files, requestedAt, hasMore, firstRequestedAt, query, overlay, changes])
}

/** Where the backend cannot search, what is loaded is looked through. */
function searchRows(rows: readonly FileRow[], search: string | undefined): readonly FileRow[] {
  if (search === undefined || search === '') return rows
  const wanted = search.toLocaleLowerCase()
  return rows.filter((row) => nameOfRow(row).toLocaleLowerCase().includes(wanted))
}

/** An application may well write its query in place: the same words are the same query. */
function useSameQuery(query: FileListQuery): FileListQuery {
  const [kept, setKept] = useState(query)
  if (JSON.stringify(kept) === JSON.stringify(query)) return kept
  setKept(query)
  return query
}

const noOverlay = () => emptyOverlay

function useOverlay(queue: UploadQueue, scope: string | undefined): OverlaySnapshot {
  const make = () => ({ queue, scope, overlay: createUploadOverlay(queue, scope) })
  const [made, setMade] = useState(make)
  let current = made
  if (made.queue !== queue || made.scope !== scope) {
    current = make()
    setMade(current)
  }
  const { subscribe, getSnapshot } = current.overlay
  return useSyncExternalStore(subscribe, getSnapshot, noOverlay)
}

function useRefetchAfterUploads(
  query: FileListQuery,
  { status, firstRequestedAt }: FilePages,
  lastReadyAt: number,
): void {
  const { adapter, queryClient, userKey } = useProvider()
  const behindSince = status === 'success' && lastReadyAt > firstRequestedAt ? lastReadyAt : null
  useEffect(() => {
    if (behindSince === null) return undefined
    const list = fileQueryKeys.list(adapter, userKey, query)
    const timer = setTimeout(
      () => {
        void queryClient.refetchQueries({
          queryKey: list,
          type: 'active',
          predicate: ({ queryKey }) => isFirstPage(queryKey),
        })
      },
      behindSince + refetchDelayMs - Date.now(),
    )
    return () => {
      clearTimeout(timer)
    }
  }, [adapter, queryClient, userKey, query, behindSince])
}

function isFirstPage(queryKey: readonly unknown[]): boolean {
  const page = queryKey.at(-1) as FilePageAddress
  return page.cursor === null && (page.offset ?? 0) === 0
}
