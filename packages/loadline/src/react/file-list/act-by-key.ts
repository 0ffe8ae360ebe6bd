import type { KeyboardEvent } from 'react'
import type { ListActions } from '../file-actions/use-list-actions.js'
import type { ListFolders } from '../file-folders/use-list-folders.js'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import type { FileRow } from './merge-rows.js'
import { rowOf } from './use-roving-rows.js'
import { targetAt, type RowMenu } from './use-row-menu.js'

interface KeyContext {
  readonly doing: ListActions
  readonly folders: ListFolders
  readonly menu: RowMenu
  readonly rows: readonly FileRow[]
  readonly selection: FileSelectionResult
}

/** What a key does to the row that has the focus. */
export function actByKey(
  event: KeyboardEvent<HTMLElement>,
  row: FileRow,
  { doing, folders, menu, rows, selection }: KeyContext,
): void {
  const element = rowOf(event.target as Element)
  if (element === null) return
  const act = (id: string, selected: FileSelectionResult): void => {
    if (row.kind !== 'stored') return
    const target = targetAt(row, rows, selected)
    doing.find(id, target)?.onAction(target.rows, target)
  }
  const isOnRow = event.target === element
  if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
    menu.open(row, element, placeOf(element))
  } else if (event.key === 'Enter' && isOnRow) doing.open(row)
  else if (event.key === 'F2') act('rename', { ...selection, isSelected: () => false })
  else if (event.key === 'Delete' && row.kind === 'folder') folders.remove?.(row.folder)
  else if (event.key === 'Delete') act('delete', selection)
  else return
  event.preventDefault()
}

/** Below the row's name. */
function placeOf(row: HTMLElement) {
  const name = row.querySelector('[data-loadline="name"]') ?? row
  const { left, right, bottom } = name.getBoundingClientRect()
  return { x: getComputedStyle(row).direction === 'rtl' ? right : left, y: bottom }
}
