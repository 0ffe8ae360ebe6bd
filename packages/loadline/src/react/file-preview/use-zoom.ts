'use client'

import { useEffect, useState, type PointerEvent, type RefCallback } from 'react'
import { panBy, unzoomed, zoomAt, type Box, type Point, type Zoom } from './zoom-at.js'

export interface ZoomControl {
  readonly zoom: Zoom
  /** Around the middle. */
  readonly zoomBy: (factor: number) => void
  readonly panBy: (by: Point) => void
  readonly reset: () => void
  /** The element that the picture fills, and what it hears. */
  readonly stage: RefCallback<HTMLDivElement>
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent) => void
    readonly onPointerMove: (event: PointerEvent) => void
    readonly onPointerUp: (event: PointerEvent) => void
    readonly onPointerCancel: (event: PointerEvent) => void
  }
}

const middle: Point = { x: 0, y: 0 }

/**
 * Zooming and panning by wheel, by buttons and by one finger or two.
 * @param of what is looked at: another one begins unzoomed
 */
export function useZoom(of: string): ZoomControl {
  const [zoom, setZoom] = useState(unzoomed)
  const [last, setLast] = useState(of)
  if (last !== of) {
    setLast(of)
    setZoom(unzoomed)
  }
  const [element, stage] = useState<HTMLDivElement | null>(null)
  const [fingers] = useState(() => new Map<number, Point>())
  const change = (next: (zoom: Zoom, box: Box) => Zoom): void => {
    const { clientWidth: width, clientHeight: height } = element ?? noBox
    setZoom((old) => next(old, { width, height }))
  }
  useWheel(element, setZoom)

  const onPointerMove = (event: PointerEvent): void => {
    const before = fingers.get(event.pointerId)
    if (before === undefined) return
    const now = { x: event.clientX, y: event.clientY }
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    fingers.set(event.pointerId, now)
    const by = { x: now.x - before.x, y: now.y - before.y }
    if (other === undefined) return change((old, box) => panBy(old, by, box))
    const factor = distance(now, other) / Math.max(1, distance(before, other))
    const at = fromMiddle(element, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 })
    return change((old, box) => zoomAt(old, factor, at, box))
  }
  const end = (event: PointerEvent): void => {
    fingers.delete(event.pointerId)
  }
  return {
    zoom,
    zoomBy: (factor) => change((old, box) => zoomAt(old, factor, middle, box)),
    panBy: (by) => change((old, box) => panBy(old, by, box)),
    reset: () => setZoom(unzoomed),
    stage,
    handlers: {
      onPointerDown: (event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
      },
      onPointerMove,
      onPointerUp: end,
      onPointerCancel: end,
    },
  }
}

const noBox = { clientWidth: 0, clientHeight: 0 }

/** React's own wheel events cannot keep the page from scrolling. */
function useWheel(
  element: HTMLElement | null,
  setZoom: (next: (zoom: Zoom) => Zoom) => void,
): void {
  useEffect(() => {
    if (element === null) return undefined
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault()
      // A line of text, where that is what the wheel counts.
      const px = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1)
      const at = fromMiddle(element, { x: event.clientX, y: event.clientY })
      const { clientWidth: width, clientHeight: height } = element
      setZoom((old) => zoomAt(old, Math.exp(-px / 300), at, { width, height }))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      element.removeEventListener('wheel', onWheel)
    }
  }, [element, setZoom])
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y)
}

function fromMiddle(element: Element | null, { x, y }: Point): Point {
  if (element === null) return middle
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: x - left - width / 2, y: y - top - height / 2 }
}
