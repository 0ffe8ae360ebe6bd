'use client'

import { useLayoutEffect, useState, type FocusEvent, type RefObject } from 'react'

import type { RowSpace } from './use-row-space.js'

export interface RovingRows {
  /** The row that the tab key comes to; it stays rendered wherever the list is scrolled to. */
  readonly activeId: string | null
  readonly activeIndex: number
  /** Focuses the row at the index, or the nearest that there is. */
  readonly moveTo: (index: number) => void
  /** Begins again at the first row, with the focus if a row has it. */
  readonly toTop: () => void
  /** For the element around the rows. */
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
}

interface Roving {
  readonly id: string | null
  readonly index: number
  /** Counts the moves: the row may have to be rendered before it can take the focus. */
  readonly move: number
}

const atTop: Roving = { id: null, index: 0, move: 0 }

/**
 * One stop in the tab order for all rows. Rows carry `data-row` with their id.
 * @param startId the row that it is at first; `null`: the first one
 */
export function useRovingRows(
  grid: RefObject<HTMLElement | null>,
  space: Pick<RowSpace, 'count' | 'idAt' | 'indexOf'>,
  startId: string | null,
): RovingRows {
  const [roving, setRoving] = useState({ ...atTop, id: startId })
  const found = roving.id === null ? -1 : space.indexOf(roving.id)
  // The row is gone: the one in its place is next.
  const activeIndex = found === -1 ? Math.min(roving.index, space.count - 1) : found
  const activeId = activeIndex === -1 ? null : space.idAt(activeIndex)
  if (found !== -1 && found !== roving.index) setRoving({ ...roving, index: found })

  useLayoutEffect(() => {
    if (roving.move > 0) rowElement(grid.current, roving.id)?.focus()
  }, [grid, roving.move, roving.id])
  useKeptFocus(grid, activeId)

  const moveTo = (index: number): void => {
    if (space.count === 0) return
    const next = Math.max(0, Math.min(space.count - 1, index))
    setRoving({ id: space.idAt(next), index: next, move: roving.move + 1 })
  }
  return {
    activeId,
    activeIndex,
    moveTo,
    toTop: () => {
      if (grid.current?.querySelector('[data-row]:focus-within')) moveTo(0)
      else setRoving(atTop)
    },
    onFocus: ({ target }) => {
      const row = rowOf(target)
      const id = row?.dataset['row']
      if (id === undefined || id === roving.id) return
      setRoving({ id, index: Number(row?.dataset['index']), move: 0 })
    },
  }
}

export function rowOf(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>('[data-row]')
}

function rowElement(grid: HTMLElement | null, id: string | null): HTMLElement | null {
  return id === null ? null : (grid?.querySelector(`[data-row="${CSS.escape(id)}"]`) ?? null)
}

/** With a row that had the focus, it would fall to the top of the page: the row in its place has it next. */
function useKeptFocus(grid: RefObject<HTMLElement | null>, activeId: string | null): void {
  const [focus] = useState(() => ({ isInside: false }))
  useLayoutEffect(() => {
    const element = grid.current
    if (element === null) return undefined
    const enter = (): void => {
      focus.isInside = true
    }
    const leave = ({ target, relatedTarget }: globalThis.FocusEvent): void => {
      // Some browsers tell of it just before the element goes, and all of them when the window loses it.
      queueMicrotask(() => {
        const isStill = element.contains(target as Node) && document.hasFocus()
        if (isStill && !element.contains(relatedTarget as Node | null)) focus.isInside = false
      })
    }
    element.addEventListener('focusin', enter)
    element.addEventListener('focusout', leave)
    return () => {
      element.removeEventListener('focusin', enter)
      element.removeEventListener('focusout', leave)
    }
  }, [grid, focus])
  useLayoutEffect(() => {
    const isLost = focus.isInside && document.activeElement === document.body
    if (isLost) rowElement(grid.current, activeId)?.focus()
  })
}
