'use client'

import { useLayoutEffect, useRef, type RefObject } from 'react'
import { useNewest } from '../hooks/use-newest.js'
import type { KeptPlace } from './kept-place.js'

interface KeptPlaceOptions {
  readonly place: KeptPlace
  readonly scroller: RefObject<HTMLElement | null>
  readonly perLine: number
  /** Px of all lines where only those in view are rendered. */
  readonly height: number | undefined
  readonly lines: number
  /** Not those of a first moment, in which there are fewer lines than there will be. */
  readonly isSettled: boolean
}

/** Another view of the same rows, or another number of them in a line, begins where the one before it stood. */
export function useKeptPlace(options: KeptPlaceOptions): void {
  const { place, scroller, perLine, height, lines, isSettled } = options
  const wasSettled = useNewest(isSettled)
  const lastPerLine = useRef(perLine)
  useLayoutEffect(
    () => () => {
      if (wasSettled.current) place.keep(firstSeen(scroller.current))
    },
    [place, scroller, wasSettled],
  )
  const lineHeight = height === undefined || lines === 0 ? null : height / lines
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null || !isSettled) return
    const oldPerLine = lastPerLine.current
    lastPerLine.current = perLine
    const wanted = place.take()
    if (wanted > 0) show(wanted, perLine, lineHeight, element)
    else if (lineHeight !== null && oldPerLine !== perLine) {
      show(Math.round(element.scrollTop / lineHeight) * oldPerLine, perLine, lineHeight, element)
    }
  }, [place, scroller, isSettled, perLine, lineHeight])
}

/** @param lineHeight px; `null`: all rows are rendered */
function show(
  index: number,
  perLine: number,
  lineHeight: number | null,
  scroller: HTMLElement,
): void {
  if (lineHeight !== null) scroller.scrollTop = Math.floor(index / perLine) * lineHeight
  else scroller.querySelector(`[data-index="${String(index)}"]`)?.scrollIntoView({ block: 'start' })
}

function firstSeen(scroller: HTMLElement | null): number {
  if (scroller === null) return 0
  const isScrolling = scroller.scrollHeight > scroller.clientHeight + 1
  const head = scroller.querySelector<HTMLElement>('[data-loadline="head"]')?.offsetHeight ?? 0
  const top = isScrolling ? scroller.getBoundingClientRect().top + head : 0
  const rows = Array.from(scroller.querySelectorAll<HTMLElement>('[data-row]'))
  // Half of it is enough.
  const seen = rows.find((row) => {
    const { top: rowTop, height } = row.getBoundingClientRect()
    return rowTop + height / 2 >= top
  })
  return Number(seen?.dataset['index'] ?? 0)
}
