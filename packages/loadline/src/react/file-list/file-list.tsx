'use client'

import {
  forwardRef,
  type AriaAttributes,
  type CSSProperties,
  type ForwardedRef,
  type ReactNode,
} from 'react'
import type { FileListQuery } from '../../core/index.js'
import type { ComponentMessages } from '../messages/messages.js'
import { useMessages, Words } from '../messages/words.js'
import { joinClassNames, Slots, useSlots, type SlotClassNames } from '../slots/slots.js'
import { FileGrid } from './file-grid.js'
import { EmptyState, ListErrorState } from './list-states.js'
import { ListSkeleton } from './list-skeleton.js'
import { useFiles, type FilesResult } from './use-files.js'

export interface FileListProps extends AriaAttributes {
  /** Default: all files, newest first. */
  readonly query?: FileListQuery | undefined
  /** Files in a page. Default 100. */
  readonly pageSize?: number | undefined
  /** Live uploads stand among the files. Default `true`. */
  readonly showUploads?: boolean | undefined
  /** Only the uploads with it stand among the files. Default: all. */
  readonly scope?: string | undefined
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
  const { query, pageSize, showUploads, scope, className, panelRef, ...rest } = props
  const slot = useSlots()
  const list = useFiles({ query, pageSize, showUploads, scope })
  const look = lookOf(list)
  const { 'aria-label': label, ...attributes } = rest
  const root = slot('files')
  return (
    <div
      {...attributes}
      {...root}
      ref={panelRef}
      data-loadline-root=""
      data-status={look}
      className={joinClassNames(root.className, className)}
    >
      <FileGrid list={list} label={label} sort={query?.sort} hasHead={look !== 'empty'} />
      {look === 'pending' && <ListSkeleton />}
      {look === 'empty' && <EmptyState />}
      {look === 'error' && <ListErrorState error={list.error} onRetry={list.refetch} />}
      {look === 'filled' && <MoreButton list={list} />}
    </div>
  )
}

type Look = 'pending' | 'empty' | 'error' | 'filled'

function lookOf({ rows, status }: FilesResult): Look {
  if (rows.length > 0) return 'filled'
  return status === 'success' ? 'empty' : status
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
