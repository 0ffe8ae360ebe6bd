'use client'

import type { ReactNode } from 'react'
import { availableActions, type FileAction } from '../file-actions/file-action.js'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import type { FileRow } from './merge-rows.js'
import { selectedRows } from './row-facts.js'

interface BulkBarProps {
  readonly selection: FileSelectionResult
  /** Stored files that match in all; `null`: not known. */
  readonly total: number | null
  readonly rows: readonly FileRow[]
  readonly actions: readonly FileAction[]
}

/** What is selected, and what can be done to it. */
export function BulkBar({ rows, selection, total, actions }: BulkBarProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { format } = useProvider()
  const { count, selectedBytes } = selection
  const target = { rows: selectedRows(rows, selection), selection: selection.selection }
  const hasMore = selection.selectionMode === 'multiple' && total !== null && count !== total
  return (
    <div {...slot('bulk-bar')} role="toolbar" aria-label={messages.selection}>
      <span {...slot('bulk-count')}>
        {count === null ? messages.allSelected : messages.selectedCount({ count })}
        {selectedBytes !== null && (
          <>
            <span {...slot('separator')}> · </span>
            <bdi>{format.bytes(selectedBytes)}</bdi>
          </>
        )}
      </span>
      {hasMore && (
        <button {...slot('link-button')} type="button" onClick={selection.selectAll}>
          {messages.selectAllOf({ count: total })}
        </button>
      )}
      {availableActions(actions, target).map(({ id, label, icon: Drawing, ...action }) => (
        <button
          key={id}
          {...slot('bulk-action')}
          type="button"
          data-destructive={action.isDestructive === true ? '' : undefined}
          onClick={() => action.onAction(target.rows, { selection: target.selection })}
        >
          {Drawing !== undefined && <Drawing size={15} strokeWidth={1.9} aria-hidden />}
          <span>{label}</span>
        </button>
      ))}
      <button
        {...slot('icon-button')}
        type="button"
        aria-label={messages.clearSelection}
        onClick={selection.clear}
      >
        <Icon name="close" size={16} />
      </button>
    </div>
  )
}
