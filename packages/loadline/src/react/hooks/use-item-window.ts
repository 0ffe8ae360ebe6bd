'use client'

import { useLayoutEffect, useReducer, type RefCallback, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useVirtualizer } from './use-virtualizer.js'

/** So many are all rendered. */
export const mostPlainItems = 50

export interface WindowItem {
  readonly index: number
  /** Px from the top; `undefined`: in the flow. */
  readonly start: number | undefined
}

export interface ItemWindow {
  readonly items: readonly WindowItem[]
  /** Px of all items; `undefined`: as high as what is rendered. */
  readonly height: number | undefined
  /** For each rendered item, which carries `data-index`; `undefined`: in the flow. */
  readonly measure: RefCallback<HTMLElement> | undefined
}

interface ItemWindowOptions {
  readonly scroller: RefObject<HTMLElement | null>
  /** Finds an item to measure: all are about equally high. */
  readonly rowSelector: string
  readonly count: number
  /** The same function as long as the keys are the same. */
  readonly keyAt: (index: number) => string | number
  /** Stays rendered wherever the list is scrolled to: it has the focus, or is to get it. -1: none. */
  readonly pinned: number
}

/** Which items to render: all, or those in view. Without layout, and until the window is loaded, the first ones. */
export function useItemWindow(options: ItemWindowOptions): ItemWindow {
  const { scroller, rowSelector, count, keyAt, pinned } = options
  const isMany = count > mostPlainItems
  const loaded = useVirtualizer(scroller, isMany, rowSelector)
  const virtual = loaded === 'failed' ? null : loaded
  const [, rerender] = useReducer((renders: number) => renders + 1, 0)

  virtual?.virtualizer.setOptions({
    count,
    getScrollElement: () => scroller.current,
    getItemKey: keyAt,
    estimateSize: () => virtual.rowHeight,
    overscan: 6,
    rangeExtractor: (range) => {
      const indexes = virtual.defaultRangeExtractor(range)
      const isThere = pinned === -1 || pinned >= count || indexes.includes(pinned)
      return isThere ? indexes : [...indexes, pinned].sort((a, b) => a - b)
    },
    ...virtual.ways,
    onChange: (_, isSync) => {
      // Rows that come with the next frame would leave it blank while scrolling.
      if (isSync) flushSync(rerender)
      else rerender()
    },
  })
  /* oxlint-disable no-underscore-dangle -- What its bindings for frameworks call. */
  useLayoutEffect(() => virtual?.virtualizer._didMount(), [virtual])
  useLayoutEffect(() => virtual?.virtualizer._willUpdate())
  /* oxlint-enable no-underscore-dangle */

  if (virtual === null) {
    const shown = isMany && loaded !== 'failed' ? mostPlainItems : count
    const items = Array.from({ length: shown }, (_, index) => ({ index, start: undefined }))
    return { items, height: undefined, measure: undefined }
  }
  const { virtualizer } = virtual
  const items = virtualizer.getVirtualItems().map(({ index, start }) => ({ index, start }))
  return { items, height: virtualizer.getTotalSize(), measure: virtualizer.measureElement }
}
