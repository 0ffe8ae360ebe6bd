'use client'

import { useRef, type PointerEvent } from 'react'

const longPressMs = 500
/** Px that a finger may tremble. */
const slack = 10

interface Press {
  readonly x: number
  readonly y: number
  readonly cancel: () => void
}

/** Tells a finger from a mouse, and a long press from a tap. */
export function useLongPress() {
  const gesture = useRef({ isTouch: false, wasLong: false })
  const press = useRef<Press | null>(null)
  const end = (): void => {
    press.current?.cancel()
    press.current = null
  }
  return {
    /** The last one, for the clicks that follow it. */
    gesture,
    begin: ({ pointerType, clientX: x, clientY: y }: PointerEvent, onLong?: () => void): void => {
      end()
      gesture.current = { isTouch: pointerType === 'touch', wasLong: false }
      if (!gesture.current.isTouch || onLong === undefined) return
      const timer = setTimeout(() => {
        gesture.current.wasLong = true
        onLong()
      }, longPressMs)
      press.current = { x, y, cancel: () => clearTimeout(timer) }
    },
    handlers: {
      onPointerMove: ({ clientX, clientY }: PointerEvent) => {
        const start = press.current
        if (start === null) return
        if (Math.hypot(clientX - start.x, clientY - start.y) > slack) end()
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
  }
}
