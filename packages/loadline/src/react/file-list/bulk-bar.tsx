'use client'

import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import { availableActions, type FileAction } from '../file-actions/file-action.js'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import type { FileRow } from './merge-rows.js'
import { selectedRows } from './row-facts.js'

export interface BulkBarProps {
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
  const bar = useFocusBack()
  const { count, selectedBytes } = selection
  const target = { rows: selectedRows(rows, selection), selection: selection.selection }
  const hasMore = selection.selectionMode === 'multiple' && total !== null && count !== total
  return (
    <div {...slot('bulk-bar')} ref={bar} role="toolbar" aria-label={messages.selection}>
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

/** With the bar, or with a dialog that it opened, the focus would fall to the top of the page: a row has it next. */
function useFocusBack(): RefObject<HTMLDivElement | null> {
  const bar = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = bar.current
    const list = element?.parentElement
    if (!list) return undefined
    return () => {
      if (element.contains(document.activeElement)) focusRows(list)
      // The platform would give the focus back to the bar.
      const dialog = list.querySelector('dialog[open]')
      const giveBack = (): void => {
        const { activeElement, body } = document
        if (activeElement === body || dialog?.contains(activeElement)) focusRows(list)
      }
      dialog?.addEventListener('close', giveBack, { once: true })
    }
  }, [])
  return bar
}

/** The one that the tab key comes to, else the list itself. Who has scrolled on by mouse stays there. */
function focusRows(list: Element): void {
  const row = list.querySelector<HTMLElement>('[data-row][tabindex="0"]')
  const grid = list.querySelector<HTMLElement>('[role="grid"]')
  if (row === null) grid?.setAttribute('tabindex', '-1')
  const target = row ?? grid
  target?.focus({ preventScroll: true })
}
