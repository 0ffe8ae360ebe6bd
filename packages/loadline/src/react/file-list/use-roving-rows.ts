'use client'

import { useState, type FocusEvent, type KeyboardEvent } from 'react'

interface RovingRows {
  /** The row that the tab key comes to. */
  readonly activeId: string | null
  /** For the element around the rows. */
  readonly handlers: {
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  }
}

const pageStep = 10

/** Rows carry `data-row` with their id. Up and down move between rows, left and right into a row's controls. */
export function useRovingRows(rows: readonly { readonly id: string }[]): RovingRows {
  const [focused, setFocused] = useState<string | null>(null)
  const isThere = focused !== null && rows.some(({ id }) => id === focused)
  return {
    activeId: isThere ? focused : (rows[0]?.id ?? null),
    handlers: {
      onFocus: ({ target }) => {
        const id = rowOf(target)?.dataset['row']
        if (id !== undefined) setFocused(id)
      },
      onKeyDown: (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
        const next = nextFocus(event)
        if (next === undefined) return
        event.preventDefault()
        next.focus()
      },
    },
  }
}

function rowOf(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>('[data-row]')
}

function nextFocus({
  key,
  target,
  currentTarget,
}: KeyboardEvent<HTMLElement>): HTMLElement | undefined {
  const row = rowOf(target as Element)
  if (row === null) return undefined
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const isRightToLeft = getComputedStyle(currentTarget).direction === 'rtl'
    return nextControl(row, target as HTMLElement, (key === 'ArrowRight') !== isRightToLeft)
  }
  const rows = Array.from(currentTarget.querySelectorAll<HTMLElement>('[data-row]'))
  const last = rows.length - 1
  const at = rows.indexOf(row)
  const to = targetIndex(key, at, last)
  return to === null ? undefined : rows[Math.max(0, Math.min(last, to))]
}

function targetIndex(key: string, at: number, last: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1
    case 'ArrowUp':
      return at - 1
    case 'PageDown':
      return at + pageStep
    case 'PageUp':
      return at - pageStep
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}

/** The row itself comes first, then its links and buttons. */
function nextControl(
  row: HTMLElement,
  from: HTMLElement,
  isForward: boolean,
): HTMLElement | undefined {
  const stops = [row, ...row.querySelectorAll<HTMLElement>('a[href], button')]
  return stops[stops.indexOf(from) + (isForward ? 1 : -1)]
}
