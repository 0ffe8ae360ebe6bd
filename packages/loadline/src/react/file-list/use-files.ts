'use client'

import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { FileListQuery, StoredFile, UploadQueue } from '../../core/index.js'
import { effectiveFileQuery, fileQueryKeys, type FilePageAddress } from '../../query/index.js'
import { useProvider } from '../provider/files-context.js'
import { mergeRows, type FileRow } from './merge-rows.js'
import { createUploadOverlay, emptyOverlay, type OverlaySnapshot } from './upload-overlay.js'
import { useFilePages, type FilePages } from './use-file-pages.js'

export interface UseFilesOptions {
  /** Default: all files, newest first, without those that never arrived. */
  readonly query?: FileListQuery | undefined
  /** Live uploads stand among the files. Default `true`. */
  readonly showUploads?: boolean | undefined
  /** Only the uploads with it. Default: all. */
  readonly scope?: string | undefined
  /** Files in a page. Default 100. */
  readonly pageSize?: number | undefined
}

export interface FilesResult {
  /** The files, with live uploads in place. A row keeps its id when its upload becomes a file. */
  readonly rows: readonly FileRow[]
  /** What the loaded pages hold. */
  readonly files: readonly StoredFile[]
  /** All that match, and the uploads among them; `null` where the backend does not count. */
  readonly total: number | null
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
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
  const { showUploads = true, scope, pageSize } = options
  const { adapter, queue, queryClient, userKey } = useProvider()
  const asked = useSameQuery(effectiveFileQuery(adapter, options.query ?? {}))
  const pages = useFilePages(asked, pageSize)
  const overlay = useOverlay(queue, scope)
  useRefetchAfterUploads(asked, pages, overlay.lastReadyAt)

  const { files, requestedAt, hasMore, total } = pages
  const merged = useMemo(
    () =>
      mergeRows({
        ...{ files, requestedAt, hasMore, query: asked },
        overlay: showUploads ? overlay : emptyOverlay,
      }),
    [files, requestedAt, hasMore, asked, overlay, showUploads],
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
    rows: merged.rows,
    files,
    total: total === null ? null : total + merged.extra,
    hasMore,
    isLoadingMore: pages.isLoadingMore,
    loadMore: pages.loadMore,
    status: pages.status,
    error: pages.error,
    refetch,
  }
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
