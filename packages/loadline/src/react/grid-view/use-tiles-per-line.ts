'use client'

import { useLayoutEffect, type RefObject } from 'react'
import { useNewest } from '../hooks/use-newest.js'

/** Px. As many as there is room for, each as wide as this or wider. */
const leastWidth = 208
const gap = 16

/** How many tiles stand in a line, whenever it is another number. Without layout: none is told. */
export function useTilesPerLine(
  element: RefObject<HTMLElement | null>,
  onPerLine: (perLine: number) => void,
): void {
  const newest = useNewest(onPerLine)
  useLayoutEffect(() => {
    const lines = element.current
    if (lines === null || typeof ResizeObserver === 'undefined') return undefined
    const tell = (width: number): void => {
      if (width > 0) newest.current(Math.max(1, Math.floor((width + gap) / (leastWidth + gap))))
    }
    tell(lines.clientWidth)
    const observer = new ResizeObserver(() => tell(lines.clientWidth))
    observer.observe(lines)
    return () => observer.disconnect()
  }, [element, newest])
}
