'use client'

import type { ReactNode, RefObject } from 'react'
import type { FileListQuery } from '../../core/index.js'
import { mostPlainItems } from '../hooks/use-item-window.js'
import type { ListView } from '../list-view/use-list-view.js'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'
import type { FileListProps } from './file-list-props.js'
import { ListSkeleton } from './list-skeleton.js'
import { EmptyState, ListErrorState, NoMatchState, OfflineState } from './list-states.js'
import type { Look } from './look-of.js'
import { OfflineNotice, useIsOnline } from './offline-notice.js'
import type { FilesResult } from './use-files.js'
import type { RowSpace } from './use-row-space.js'

interface ListCardProps extends Pick<FileListProps, 'renderEmpty'> {
  readonly viewing: ListView
  readonly look: Look
  readonly list: FilesResult
  readonly space: RowSpace
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly query: FileListQuery
  readonly onQuery: ((query: FileListQuery) => void) | null
  readonly children: ReactNode
}

/** The rows, or what there is instead. */
export function ListCard({ look, list, space, scroller, ...props }: ListCardProps): ReactNode {
  const slot = useSlots()
  const { query, onQuery, viewing, renderEmpty, children } = props
  const isMany = space.count > mostPlainItems
  const isFailed = look === 'error' || look === 'forbidden'
  const isPending = look === 'pending' || (look === 'filled' && viewing.isLoading)
  const isTiled = isPending ? viewing.view === 'grid' : look === 'filled' && viewing.tiles !== null
  return (
    <div
      {...slot('list-card')}
      ref={scroller}
      data-stale={list.isPrevious ? '' : undefined}
      data-many={isMany ? '' : undefined}
      data-view={isTiled ? 'grid' : 'table'}
    >
      {look === 'filled' && <OfflineNotice requestedAt={list.requestedAt} />}
      {children}
      {isPending && <PendingList />}
      {look === 'empty' && (renderEmpty?.() ?? <EmptyState />)}
      {look === 'no-match' && <NoMatchState query={query} onQuery={onQuery} />}
      {isFailed && <ListErrorState error={list.error} onRetry={list.refetch} />}
      {look === 'filled' && space.count === space.nearCount && <MoreButton list={list} />}
      {space.error !== null && (
        <div {...slot('rows-missing')}>
          <ListErrorState error={space.error} onRetry={space.refetch} />
        </div>
      )}
    </div>
  )
}

/** Without a connection nothing is on its way. */
function PendingList(): ReactNode {
  return useIsOnline() ? <ListSkeleton /> : <OfflineState />
}

function MoreButton({ list }: { readonly list: FilesResult }): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  if (list.error !== null) return <ListErrorState error={list.error} onRetry={list.refetch} />
  if (!list.hasMore) return null
  return (
    <div {...slot('more')}>
      <button
        {...slot('button')}
        type="button"
        aria-disabled={list.isLoadingMore || undefined}
        onClick={list.loadMore}
      >
        {list.isLoadingMore ? messages.loadingFiles : messages.showMore}
      </button>
    </div>
  )
}
