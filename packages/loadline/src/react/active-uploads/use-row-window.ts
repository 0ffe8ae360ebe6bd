'use client'

import { useCallback, type RefObject } from 'react'
import { useItemWindow } from '../hooks/use-item-window.js'
import type { RowPlace } from './row-place.js'

export interface RowWindow {
  readonly rows: readonly { readonly key: string; readonly place: RowPlace }[]
  /** Px of all rows; `undefined`: as high as what is rendered. */
  readonly height: number | undefined
}

interface RowWindowOptions {
  readonly scroller: RefObject<HTMLElement | null>
  readonly keys: readonly string[]
  /** Stays rendered wherever the list is scrolled to: it has the focus, or is to get it. */
  readonly pinned: string | null
}

/** Which rows to render: all, or those in view. */
export function useRowWindow({ scroller, keys, pinned }: RowWindowOptions): RowWindow {
  const keyAt = useCallback((index: number) => keys[index] ?? index, [keys])
  const { items, height, measure } = useItemWindow({
    ...{ scroller, keyAt },
    rowSelector: 'li',
    count: keys.length,
    pinned: pinned === null ? -1 : keys.indexOf(pinned),
  })
  const count = height === undefined ? undefined : keys.length
  return {
    rows: items.map(({ index, start }) => ({
      key: keys[index] ?? '',
      place: { index, start, count, measure },
    })),
    height,
  }
}
