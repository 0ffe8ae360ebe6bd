'use client'

import type { MouseEvent, PointerEvent } from 'react'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import type { Point } from '../menu/place-beside.js'
import type { FileRow } from './merge-rows.js'
import { selectableId } from './row-facts.js'
import { useLongPress } from './use-long-press.js'
import { rowOf } from './use-roving-rows.js'

interface GridPointerOptions {
  readonly rows: readonly FileRow[]
  readonly selection: FileSelectionResult
  readonly onOpen: (row: FileRow) => void
  readonly onMenu: (row: FileRow, anchor: HTMLElement, at?: Point) => void
}

/** Selecting and opening by mouse and finger, for the element around the rows. */
export function useGridPointer(options: GridPointerOptions) {
  const { rows, selection, onOpen, onMenu } = options
  const press = useLongPress()
  const rowAt = (target: EventTarget): FileRow | undefined => {
    const id = rowOf(target as Element)?.dataset['row']
    return rows.find((row) => row.id === id)
  }
  return {
    ...press.handlers,
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const row = rowAt(event.target)
      const id = row === undefined ? null : selectableId(row)
      const canSelect = id !== null && !isControl(event.target)
      press.begin(event, canSelect ? () => selection.toggle(id) : undefined)
    },
    onMouseDown: (event: MouseEvent<HTMLElement>) => {
      // The browser would select the text in between.
      if (!event.shiftKey || isControl(event.target)) return
      event.preventDefault()
      rowOf(event.target as Element)?.focus()
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      const row = rowAt(event.target)
      const { isTouch, wasLong } = press.gesture.current
      if (row === undefined || wasLong) return
      const menuButton = (event.target as Element).closest<HTMLElement>('[data-menu]')
      if (menuButton !== null) onMenu(row, menuButton)
      else if (isCheckbox(event.target)) selectByCheckbox(event, row, selection)
      else if (isControl(event.target)) return
      else if (isTouch && selection.isEmpty) onOpen(row)
      else selectByClick(event, row, selection, isTouch)
    },
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      const row = rowAt(event.target)
      if (row === undefined || row.kind === 'upload') return
      if ((event.target as Element).closest('input, a') !== null) return
      event.preventDefault()
      const { clientX: x, clientY: y } = event
      const element = rowOf(event.target as Element)
      // Under a finger a long press selects.
      if (element !== null && !press.gesture.current.isTouch) onMenu(row, element, { x, y })
    },
    onDoubleClick: (event: MouseEvent<HTMLElement>) => {
      const row = rowAt(event.target)
      if (row !== undefined && !press.gesture.current.isTouch && !isControl(event.target))
        onOpen(row)
    },
  }
}

function isCheckbox(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type === 'checkbox'
}

function isControl(target: EventTarget): boolean {
  return (target as Element).closest('a, button, input, dialog, [role="menu"]') !== null
}

function selectByCheckbox(
  { shiftKey }: MouseEvent,
  row: FileRow,
  selection: FileSelectionResult,
): void {
  const id = selectableId(row)
  if (id === null) return
  if (shiftKey) selection.extendTo(id, { isAdded: true })
  else selection.toggle(id)
}

function selectByClick(
  { shiftKey, ctrlKey, metaKey }: MouseEvent,
  row: FileRow,
  selection: FileSelectionResult,
  isTouch: boolean,
): void {
  const id = selectableId(row)
  if (id === null) return
  if (shiftKey) selection.extendTo(id, { isAdded: ctrlKey || metaKey })
  else if (isTouch || ctrlKey || metaKey) selection.toggle(id)
  else selection.replace(id)
}
