'use client'

import { useLayoutEffect, useReducer, useState, type RefCallback, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useRowHeight } from './use-row-height.js'
import { useVirtualizer } from './use-virtualizer.js'

/** So many are all rendered. */
export const mostPlainItems = 50

/** Of many, until it is known which are in view: the sooner they are there. */
const firstItems = 6

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
  /** All are equally high: none is measured by itself, which scrolling far and fast would wait for. Default `false`. */
  readonly isUniform?: boolean | undefined
  /** Stays rendered wherever the list is scrolled to: it has the focus, or is to get it. -1: none. */
  readonly pinned: number
  /** So many are all rendered. Default `mostPlainItems`. */
  readonly mostPlain?: number | undefined
  /** Rendered before and after those in view. Default 3. */
  readonly overscan?: number | undefined
}

/** Which items to render: all, or those in view. Without layout, and until the window is loaded, the first ones. */
export function useItemWindow(options: ItemWindowOptions): ItemWindow {
  const { scroller, rowSelector, count, keyAt, isUniform = false, pinned } = options
  const { mostPlain = mostPlainItems, overscan = 3 } = options
  const isMany = count > mostPlain
  const [plainCount, setPlainCount] = useState(0)
  if (!isMany && plainCount !== count) setPlainCount(count)
  const loaded = useVirtualizer(scroller, isMany, rowSelector)
  const virtual = typeof loaded === 'string' ? null : loaded
  const [, rerender] = useReducer((renders: number) => renders + 1, 0)
  const [seenHeight, setSeenHeight] = useState<number | null>(null)
  const watchHeight = useRowHeight(setSeenHeight)
  const rowHeight = (isUniform ? seenHeight : null) ?? virtual?.rowHeight ?? 0

  virtual?.virtualizer.setOptions({
    count,
    getScrollElement: () => scroller.current,
    getItemKey: keyAt,
    estimateSize: () => rowHeight,
    overscan,
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

  useLayoutEffect(() => {
    if (isUniform) virtual?.virtualizer.measure()
  }, [virtual, isUniform, rowHeight])

  if (virtual === null) {
    const most =
      typeof loaded === 'string'
        ? { failed: count, unseen: mostPlain }[loaded]
        : // What was drawn when there were fewer stays.
          Math.max(Math.min(firstItems, mostPlain), plainCount)
    const shown = isMany ? most : count
    const items = Array.from({ length: shown }, (_, index) => ({ index, start: undefined }))
    if (pinned >= shown && pinned < count) items.push({ index: pinned, start: undefined })
    return { items, height: undefined, measure: undefined }
  }
  const { virtualizer } = virtual
  const items = virtualizer.getVirtualItems().map(({ index, start }) => ({ index, start }))
  const measure = isUniform ? watchHeight : virtualizer.measureElement
  return { items, height: virtualizer.getTotalSize(), measure }
}
