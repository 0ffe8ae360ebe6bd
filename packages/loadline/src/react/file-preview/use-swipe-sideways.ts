'use client'

import { useRef, type PointerEvent } from 'react'
import type { PreviewPlace } from './use-preview-place.js'

/** Px. */
const leastLength = 48
/** What goes more up or down is scrolling. */
const leastSlant = 2

interface Touch {
  readonly pointerId: number
  readonly x: number
  readonly y: number
}

interface SwipeHandlers {
  readonly onPointerDown: (event: PointerEvent) => void
  readonly onPointerUp: (event: PointerEvent) => void
  readonly onPointerCancel: () => void
}

/**
 * One finger sideways goes to the files beside it, as turning pages does.
 * @param isZoomed one finger moves what it is zoomed into
 */
export function useSwipeSideways(
  { toNext, toPrevious }: Pick<PreviewPlace, 'toNext' | 'toPrevious'>,
  isZoomed: boolean,
): SwipeHandlers {
  const touch = useRef<Touch | null>(null)
  return {
    onPointerDown: ({ pointerType, isPrimary, pointerId, clientX: x, clientY: y, target }) => {
      // Films and sounds are wound under a finger; a second one zooms.
      const isTheirs = (target as Element).closest('video, audio') !== null
      const isSwipe = pointerType === 'touch' && isPrimary && !isTheirs && !isZoomed
      touch.current = isSwipe ? { pointerId, x, y } : null
    },
    onPointerUp: ({ pointerId, clientX, clientY, currentTarget }) => {
      const from = touch.current
      if (from?.pointerId !== pointerId) return
      touch.current = null
      const [alongX, alongY] = [clientX - from.x, clientY - from.y]
      const isSideways = Math.abs(alongX) > leastSlant * Math.abs(alongY)
      if (Math.abs(alongX) < leastLength || !isSideways) return
      const isRightToLeft = getComputedStyle(currentTarget).direction === 'rtl'
      const step = alongX < 0 === isRightToLeft ? toPrevious : toNext
      step?.()
    },
    onPointerCancel: () => {
      touch.current = null
    },
  }
}
