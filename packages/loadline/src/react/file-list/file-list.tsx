'use client'

import {
  forwardRef,
  useRef,
  type AriaAttributes,
  type CSSProperties,
  type ForwardedRef,
  type ReactNode,
  type RefObject,
} from 'react'
import { isUploadError, type FileListQuery, type StoredFile } from '../../core/index.js'
import type { FileAction } from '../file-actions/file-action.js'
import { useListActions } from '../file-actions/use-list-actions.js'
import {
  useFileSelection,
  type FileSelectionOptions,
} from '../file-selection/use-file-selection.js'
import { useControlled } from '../hooks/use-controlled.js'
import { mostPlainItems } from '../hooks/use-item-window.js'
import type { ComponentMessages } from '../messages/messages.js'
import { useMessages, Words } from '../messages/words.js'
import { Slots, useRootSlot, useSlots, type SlotClassNames } from '../slots/slots.js'
import { BulkBar } from './bulk-bar.js'
import { FileGrid } from './file-grid.js'
import { isNarrowed } from './is-narrowed.js'
import { ListSkeleton } from './list-skeleton.js'
import { EmptyState, ListErrorState, NoMatchState, OfflineState } from './list-states.js'
import { ListToolbar } from './list-toolbar.js'
import { OfflineNotice, useIsOnline } from './offline-notice.js'
import { useRowSpace, type RowSpace } from './use-row-space.js'
import { useFiles, type FilesResult } from './use-files.js'

type SelectionProps = Pick<
  FileSelectionOptions,
  'selectionMode' | 'selection' | 'defaultSelection' | 'onSelectionChange'
>

export interface FileListProps extends AriaAttributes, SelectionProps {
  /** Controlled; without `onQueryChange` nobody can search, filter or sort. */
  readonly query?: FileListQuery | undefined
  /** Default: all files, newest first. */
  readonly defaultQuery?: FileListQuery | undefined
  readonly onQueryChange?: ((query: FileListQuery) => void) | undefined
  /** Files in a page. Default 100. */
  readonly pageSize?: number | undefined
  /** Live uploads stand among the files. Default `true`. */
  readonly showUploads?: boolean | undefined
  /** Only the uploads with it stand among the files. Default: all. */
  readonly scope?: string | undefined
  /** By Enter, double click or tap. Default: a file that has an address is opened in a new tab. */
  readonly onFileOpen?: ((details: { readonly file: StoredFile }) => void) | undefined
  /** Gets what the adapter can do, and gives back what the menus and the bar of a selection show. */
  readonly actions?: ((defaults: readonly FileAction[]) => readonly FileAction[]) | undefined
  readonly messages?: ComponentMessages | undefined
  readonly id?: string | undefined
  readonly className?: string | undefined
  readonly classNames?: SlotClassNames | undefined
  readonly style?: CSSProperties | undefined
  readonly [data: `data-${string}`]: unknown
}

/** The stored files, with live uploads in place. */
export const FileList = forwardRef<HTMLDivElement, FileListProps>(function FileList(
  { messages, classNames, ...rest },
  ref,
) {
  return (
    <Slots classNames={classNames}>
      <Words messages={messages}>
        <ListPanel {...rest} panelRef={ref} />
      </Words>
    </Slots>
  )
})

interface ListPanelProps extends Omit<FileListProps, 'messages' | 'classNames'> {
  readonly panelRef: ForwardedRef<HTMLDivElement>
}

function ListPanel(props: ListPanelProps): ReactNode {
  const { query: given, defaultQuery, onQueryChange, panelRef, className, ...own } = props
  const { pageSize, showUploads, scope, onFileOpen, actions: customize, ...others } = own
  const { selectionMode, selection: held, defaultSelection, onSelectionChange, ...rest } = others
  const { 'aria-label': label, ...attributes } = rest
  const { query, onQuery } = useListQuery({ query: given, defaultQuery, onQueryChange })
  const list = useFiles({ query, pageSize, showUploads, scope })
  const { storedTotal: total } = list
  const space = useRowSpace({ list, query, pageSize })
  const { rows } = space
  const scroller = useRef<HTMLDivElement>(null)
  const selection = useFileSelection({
    ...{ rows, query, total, selectionMode, selection: held, defaultSelection, onSelectionChange },
  })
  const doing = useListActions({ rows, selection, onFileOpen, customize })
  const look = lookOf(list, query)
  return (
    <div
      {...attributes}
      {...useRootSlot('files', className)}
      ref={panelRef}
      data-status={look}
      data-selection={selection.selectionMode}
      data-selecting={!selection.isEmpty || undefined}
    >
      {onQuery !== null && look !== 'forbidden' && <ListToolbar {...{ query, onQuery, total }} />}
      <ListCard {...{ look, list, space, scroller, query, onQuery }}>
        <FileGrid
          {...{ list, space, scroller, selection, label, doing, query, onQuery }}
          hasHead={look !== 'empty' && look !== 'forbidden'}
        />
      </ListCard>
      {!selection.isEmpty && <BulkBar {...{ rows, selection, total }} actions={doing.actions} />}
      {doing.aside}
    </div>
  )
}

const allFiles: FileListQuery = {}

/** `onQuery`: `null` where the application alone decides. */
function useListQuery({
  query: given,
  defaultQuery = allFiles,
  onQueryChange,
}: Pick<FileListProps, 'query' | 'defaultQuery' | 'onQueryChange'>) {
  const [query, change] = useControlled(given, () => defaultQuery, onQueryChange)
  const isFixed = given !== undefined && onQueryChange === undefined
  const onQuery = isFixed ? null : (next: FileListQuery): void => change(next, undefined)
  return { query, onQuery }
}

type Look = 'pending' | 'empty' | 'no-match' | 'error' | 'forbidden' | 'filled'

function lookOf({ rows, status, error }: FilesResult, query: FileListQuery): Look {
  if (rows.length > 0) return 'filled'
  if (status === 'success') return isNarrowed(query) ? 'no-match' : 'empty'
  return isUploadError(error) && error.code === 'forbidden' ? 'forbidden' : status
}

interface ListCardProps {
  readonly look: Look
  readonly list: FilesResult
  readonly space: RowSpace
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly query: FileListQuery
  readonly onQuery: ((query: FileListQuery) => void) | null
  readonly children: ReactNode
}

/** The rows, or what there is instead. */
function ListCard({ look, list, space, scroller, ...props }: ListCardProps): ReactNode {
  const slot = useSlots()
  const { query, onQuery, children } = props
  const isMany = space.count > mostPlainItems
  const isFailed = look === 'error' || look === 'forbidden'
  return (
    <div
      {...slot('list-card')}
      ref={scroller}
      data-stale={list.isPrevious ? '' : undefined}
      data-many={isMany ? '' : undefined}
    >
      {look === 'filled' && <OfflineNotice requestedAt={list.requestedAt} />}
      {children}
      {look === 'pending' && <PendingList />}
      {look === 'empty' && <EmptyState />}
      {look === 'no-match' && <NoMatchState query={query} onQuery={onQuery} />}
      {isFailed && <ListErrorState error={list.error} onRetry={list.refetch} />}
      {look === 'filled' && space.count === space.nearCount && <MoreButton list={list} />}
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
