'use client'

import { useRef, type TouchEvent } from 'react'

/** Px. */
const swipeLength = 40

interface SwipeHandlers {
  readonly onTouchStart: (event: TouchEvent) => void
  readonly onTouchEnd: (event: TouchEvent) => void
}

export function useSwipeDown(onSwipe: () => void): SwipeHandlers {
  const from = useRef(0)
  return {
    onTouchStart: ({ changedTouches }) => {
      from.current = changedTouches[0]?.clientY ?? 0
    },
    onTouchEnd: ({ changedTouches }) => {
      const to = changedTouches[0]?.clientY ?? 0
      if (to - from.current > swipeLength) onSwipe()
    },
  }
}
