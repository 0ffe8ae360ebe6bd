'use client'

import { useEffect, type RefObject } from 'react'
import type { ActionTarget } from '../file-actions/file-action.js'
import type { ListActions } from '../file-actions/use-list-actions.js'
import { targetAt } from '../file-list/use-row-menu.js'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import { useNewest } from '../hooks/use-newest.js'
import type { Messages } from '../messages/messages.js'
import { useMessages } from '../messages/words.js'
import { folderAt, markTarget } from './folder-at.js'
import { ownDragType } from './own-drag-type.js'

interface RowDragOptions {
  readonly panel: RefObject<HTMLElement | null>
  readonly selection: FileSelectionResult
  readonly doing: ListActions
  /** Where the files are: they are not dragged there. */
  readonly folderId: string | null
}

/**
 * Rows are dragged into a folder by mouse or pen: the row, or the whole selection when the row is part of it. By key
 * and by finger the same is done in the dialog of "Move".
 */
export function useRowDrag(options: RowDragOptions): void {
  const { panel } = options
  const newest = useNewest({ ...options, messages: useMessages() })
  const canMove = options.doing.moveTo !== null
  useEffect(() => {
    const element = panel.current
    if (element === null || !canMove) return undefined
    return listenForDrags(element, () => newest.current)
  }, [panel, newest, canMove])
}

interface RowDragNow extends RowDragOptions {
  readonly messages: Messages
}

function listenForDrags(panel: HTMLElement, now: () => RowDragNow): () => void {
  let dragged: ActionTarget | null = null
  const end = (): void => {
    dragged = null
    markTarget(panel, null)
  }
  const targetOf = (event: DragEvent) => {
    const target = dragged === null ? null : folderAt(event.target)
    return target !== null && target.id !== now().folderId ? target : null
  }
  return listen(panel, {
    pointerover: letDrag,
    dragstart: (event: DragEvent) => {
      dragged = beginDrag(event, panel, now())
    },
    dragover: (event: DragEvent) => {
      if (dragged === null) return
      const target = targetOf(event)
      markTarget(panel, target?.element ?? null)
      if (target === null || event.dataTransfer === null) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'move'
    },
    dragleave: ({ relatedTarget }: DragEvent) => {
      if (!panel.contains(relatedTarget as Node | null)) markTarget(panel, null)
    },
    drop: (event: DragEvent) => {
      const target = targetOf(event)
      if (dragged === null || target === null) return
      event.preventDefault()
      now().doing.moveTo?.(dragged, target.id)
      end()
    },
    dragend: end,
  })
}

function listen(panel: HTMLElement, handlers: object): () => void {
  const all = Object.entries(handlers) as [string, EventListener][]
  for (const [type, handle] of all) panel.addEventListener(type, handle)
  return () => {
    for (const [type, handle] of all) panel.removeEventListener(type, handle)
  }
}

function rowAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
}

/** A finger scrolls; a name that is a field is text. */
function letDrag({ target, pointerType }: PointerEvent): void {
  const row = rowAt(target)
  if (row === null) return
  const isField = row.querySelector('input:not([type="checkbox"])') !== null
  row.draggable = pointerType !== 'touch' && !isField
}

/** `null`: a folder, a live upload, what may not be moved, or something else of the page. */
function beginDrag(
  event: DragEvent,
  panel: HTMLElement,
  { doing, selection, messages }: RowDragNow,
): ActionTarget | null {
  const id = rowAt(event.target)?.dataset['row']
  const row = doing.rows.find((one) => one.id === id)
  if (row === undefined) return null
  const dragged = targetAt(row, doing.rows, selection)
  const canMove = row.kind === 'stored' && doing.find('move', dragged) !== undefined
  if (!canMove || event.dataTransfer === null) {
    event.preventDefault()
    return null
  }
  event.dataTransfer.clearData()
  event.dataTransfer.setData(ownDragType, row.file.id)
  event.dataTransfer.effectAllowed = 'move'
  const { selection: meant } = dragged
  const count = meant.kind === 'all' ? selection.count : meant.ids.size
  const text = count === 1 ? row.file.name : messages.draggedFiles({ count: count ?? 0 })
  showDragged(panel, event.dataTransfer, text)
  return dragged
}

/** Beside the pointer: the browser takes a picture of it. */
function showDragged(panel: HTMLElement, transfer: DataTransfer, text: string): void {
  const chip = document.createElement('div')
  chip.dataset['loadline'] = 'drag-chip'
  chip.dir = 'auto'
  chip.textContent = text
  panel.append(chip)
  transfer.setDragImage(chip, -8, -8)
  setTimeout(() => chip.remove())
}
