'use client'

import { useCallback, useEffect, useRef, type RefCallback } from 'react'
import { useNewest } from './use-newest.js'

/**
 * For rows that are all equally high: tells their height, px, whenever it is another. It never asks for layout, which
 * for rows that come with each frame of a scroll would cost more than drawing them.
 */
export function useRowHeight(onHeight: (height: number) => void): RefCallback<HTMLElement> {
  const newest = useNewest(onHeight)
  const observer = useRef<ResizeObserver | null>(null)
  useEffect(
    () => () => {
      observer.current?.disconnect()
      observer.current = null
    },
    [],
  )
  return useCallback(
    (row) => {
      if (row === null) return
      observer.current ??= new ResizeObserver((entries, self) => {
        for (const { target } of entries) if (!target.isConnected) self.unobserve(target)
        const seen = entries.findLast(({ target }) => target.isConnected)
        const height = Math.round(seen?.borderBoxSize[0]?.blockSize ?? 0)
        if (height > 0) newest.current(height)
      })
      observer.current.observe(row, { box: 'border-box' })
    },
    [newest],
  )
}
