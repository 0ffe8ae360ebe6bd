'use client'

import { useRef, type KeyboardEvent } from 'react'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import { nextByName } from '../menu/next-by-name.js'
import type { FileRow } from './merge-rows.js'
import { nameOfRow, selectableId } from './row-facts.js'
import { rowOf, type RovingRows } from './use-roving-rows.js'
import type { RowSpace } from './use-row-space.js'

interface GridKeysOptions {
  readonly space: RowSpace
  readonly roving: RovingRows
  readonly selection: FileSelectionResult
  /** Rows that stand beside each other: 1 in a table. */
  readonly perLine: number
  /** Arrows to the left and right go to the tile there; in a table, to what can be done in a row. */
  readonly hasTiles: boolean
  readonly onKey: (event: KeyboardEvent<HTMLElement>, row: FileRow) => void
}

/** The keys of a grid of rows. @see https://www.w3.org/WAI/ARIA/apg/patterns/grid/ */
export function useGridKeys(options: GridKeysOptions): (event: KeyboardEvent<HTMLElement>) => void {
  const findByName = useTypeAhead(options.space)
  return (event) => {
    const { space, roving, selection, onKey } = options
    if (moveInHead(event, roving)) return
    const row = space.at(roving.activeIndex)
    const target = event.target as HTMLElement
    if (event.altKey || target.closest('input, dialog, [role="menu"]')) {
      if (!isCheckbox(target)) return
    }
    if (row !== null && selectByKey(event, row, selection)) return
    if (event.key === 'ArrowUp' && roving.activeIndex < options.perLine && moveToHead(event)) return
    const to = targetIndex(event, options) ?? findByName(event, roving.activeIndex)
    if (to !== null) {
      event.preventDefault()
      roving.moveTo(to)
      const reached = space.at(Math.max(0, Math.min(space.count - 1, to)))
      const id = reached && selectableId(reached)
      if (event.shiftKey && id) selection.extendTo(id, { from: row && selectableId(row) })
      return
    }
    if (row !== null && !moveToControl(event)) onKey(event, row)
  }
}

function isCheckbox(element: HTMLElement): boolean {
  return element instanceof HTMLInputElement && element.type === 'checkbox'
}

/** Whether the key was one of selecting. */
function selectByKey(
  event: KeyboardEvent<HTMLElement>,
  row: FileRow,
  selection: FileSelectionResult,
): boolean {
  const isCommand = event.ctrlKey || event.metaKey
  const id = selectableId(row)
  if (event.key === 'a' && isCommand) selection.selectAll()
  else if (event.key === 'Escape' && !selection.isEmpty) selection.clear()
  else if (event.key === ' ' && event.target === rowOf(event.target as Element)) {
    if (id !== null && event.shiftKey) selection.extendTo(id)
    else if (id !== null) selection.toggle(id)
  } else return false
  event.preventDefault()
  return true
}

/** Lines in a page. */
const rowsStep = 10
const tilesStep = 3

function targetIndex(
  { key, ctrlKey, metaKey, currentTarget }: KeyboardEvent,
  { space: { count }, roving, perLine, hasTiles }: GridKeysOptions,
): number | null {
  if (ctrlKey || metaKey) return null
  const at = roving.activeIndex
  const pageStep = hasTiles ? tilesStep : rowsStep
  if (hasTiles && (key === 'ArrowLeft' || key === 'ArrowRight')) {
    const isRightToLeft = getComputedStyle(currentTarget).direction === 'rtl'
    return Math.max(
      0,
      Math.min(count - 1, (key === 'ArrowRight') === isRightToLeft ? at - 1 : at + 1),
    )
  }
  switch (key) {
    case 'ArrowDown':
      // Into a last line that is shorter.
      return at + perLine < count ? at + perLine : lastOfLine(at, count, perLine)
    case 'ArrowUp':
      return at < perLine ? at : at - perLine
    case 'PageDown':
      return at + pageStep * perLine
    case 'PageUp':
      return at - pageStep * perLine
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

function lastOfLine(at: number, count: number, perLine: number): number {
  const isInLastLine = Math.floor(at / perLine) === Math.floor((count - 1) / perLine)
  return isInLastLine ? at : count - 1
}

/** The row itself comes first, then its links and buttons; what its checkbox does, Space does. */
function moveToControl(event: KeyboardEvent<HTMLElement>): boolean {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return false
  const row = rowOf(event.target as Element)
  if (row === null) return false
  const isRightToLeft = getComputedStyle(row).direction === 'rtl'
  const isForward = (event.key === 'ArrowRight') !== isRightToLeft
  const stops = [row, ...row.querySelectorAll<HTMLElement>('a[href], button')].filter(isShown)
  const next = stops[stops.indexOf(event.target as HTMLElement) + (isForward ? 1 : -1)]
  event.preventDefault()
  next?.focus()
  return true
}

/** A narrow row has fewer of them. */
const isShown = (element: Element): boolean => element.getClientRects().length > 0

const headControls = '[data-loadline="head"] :is(input, button)'

/** What can be done in the head of the columns is above the first row. */
function moveToHead(event: KeyboardEvent<HTMLElement>): boolean {
  const first = event.currentTarget.querySelector<HTMLElement>(headControls)
  if (first === null || event.shiftKey) return false
  event.preventDefault()
  first.focus()
  return true
}

/** Whether the key was pressed there, and one of moving. */
function moveInHead(event: KeyboardEvent<HTMLElement>, roving: RovingRows): boolean {
  const controls = Array.from(event.currentTarget.querySelectorAll<HTMLElement>(headControls))
  const at = controls.indexOf(event.target as HTMLElement)
  if (at === -1) return false
  const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl'
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (step !== undefined) controls[at + (isRightToLeft ? -step : step)]?.focus()
  else if (event.key === 'ArrowDown') roving.moveTo(roving.activeIndex)
  else return false
  event.preventDefault()
  return true
}

const pauseMs = 500

/** Letters that follow each other soon are one beginning of a name. */
function useTypeAhead({ rows, indexOf }: RowSpace) {
  const typed = useRef({ text: '', at: 0 })
  return (event: KeyboardEvent, activeIndex: number): number | null => {
    const isLetter = event.key.length === 1 && event.key !== ' ' && event.key !== '/'
    if (!isLetter || event.ctrlKey || event.metaKey) return null
    const isNew = event.timeStamp - typed.current.at > pauseMs
    const text = isNew ? event.key : typed.current.text + event.key
    typed.current = { text, at: event.timeStamp }
    const found = nextByName(rows.map(nameOfRow), text, placeIn(rows, activeIndex, indexOf))
    return found === null ? null : indexOf(rows[found]?.id ?? '')
  }
}

/** Of the rows that are loaded, the one at an index or the last before it. */
function placeIn(rows: readonly FileRow[], index: number, indexOf: RowSpace['indexOf']): number {
  return rows.findLastIndex(({ id }) => indexOf(id) <= index)
}
