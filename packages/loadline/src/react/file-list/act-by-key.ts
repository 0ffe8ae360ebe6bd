import type { KeyboardEvent } from 'react'
import type { ListActions } from '../file-actions/use-list-actions.js'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import type { FileRow } from './merge-rows.js'
import { rowOf } from './use-roving-rows.js'
import { targetAt, type RowMenu } from './use-row-menu.js'

interface KeyContext {
  readonly doing: ListActions
  readonly menu: RowMenu
  readonly rows: readonly FileRow[]
  readonly selection: FileSelectionResult
}

/** What a key does to the row that has the focus. */
export function actByKey(
  event: KeyboardEvent<HTMLElement>,
  row: FileRow,
  { doing, menu, rows, selection }: KeyContext,
): void {
  const element = rowOf(event.target as Element)
  if (element === null) return
  const isOnRow = event.target === element
  if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
    menu.open(row, element, placeOf(element))
  } else if (event.key === 'Enter' && isOnRow) doing.open(row)
  else if (event.key === 'F2') doing.startRename?.(row)
  else if (event.key === '/') focusSearch(element)
  else if (event.key === 'Delete') {
    const target = targetAt(row, rows, selection)
    doing.actions.find(({ id }) => id === 'delete')?.onAction(target.rows, target)
  } else return
  event.preventDefault()
}

/** Below the row's name. */
function placeOf(row: HTMLElement) {
  const name = row.querySelector('[data-loadline="name"]') ?? row
  const { left, right, bottom } = name.getBoundingClientRect()
  return { x: getComputedStyle(row).direction === 'rtl' ? right : left, y: bottom }
}

function focusSearch(row: HTMLElement): void {
  const list = row.closest('[data-loadline-root]')
  list?.querySelector<HTMLElement>('[data-loadline="search-field"]')?.focus()
}
