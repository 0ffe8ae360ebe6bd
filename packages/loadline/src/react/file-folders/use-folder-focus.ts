'use client'

import { useLayoutEffect, useRef } from 'react'
import type { ListFoldersOptions } from './use-list-folders.js'

type FocusOptions = Pick<ListFoldersOptions, 'place' | 'list' | 'panel'>

/**
 * Who walks to a folder finds the focus on its first row, or on the folder that was left; where there is no row, on the
 * folder's own name. It waits on the grid meanwhile, so that it does not fall to the top of the page.
 * @param onArrived the folder's files are there
 */
export function useFolderFocus({ place, list, panel }: FocusOptions, onArrived: () => void): void {
  const { turn, fromId } = place.visit
  const begun = useRef(0)
  const ended = useRef(0)
  useLayoutEffect(() => {
    const element = panel.current
    if (element === null || turn === ended.current) return
    const grid = element.querySelector<HTMLElement>('[role="grid"]')
    if (begun.current !== turn) {
      begun.current = turn
      if (hasFocus(element)) focusGrid(grid)
    }
    if (list.status === 'pending' || list.isPrevious) return
    ended.current = turn
    onArrived()
    // Who went on to the search meanwhile stays there.
    if (hasFocus(grid)) focusArrival(element, fromId)
  })
}

/** Where nothing has it, it is there too. */
function hasFocus(element: HTMLElement | null): boolean {
  const { activeElement, body } = document
  return activeElement === body || element?.contains(activeElement) === true
}

function focusGrid(grid: HTMLElement | null): void {
  if (grid === null) return
  grid.tabIndex = -1
  grid.focus({ preventScroll: true })
}

function focusArrival(panel: HTMLElement, fromId: string | null): void {
  const left = fromId === null ? null : `[data-row="${CSS.escape(`folder:${fromId}`)}"]`
  const row =
    (left === null ? null : panel.querySelector<HTMLElement>(left)) ??
    panel.querySelector<HTMLElement>('[data-row]')
  const target = row ?? panel.querySelector<HTMLElement>('[aria-current="page"]')
  target?.focus()
}
