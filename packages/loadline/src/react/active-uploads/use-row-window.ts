'use client'

import { useCallback, useLayoutEffect, useReducer, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { RowPlace } from './row-place.js'
import { useVirtualizer } from './use-virtualizer.js'

/** So many are all rendered. */
const mostPlainRows = 50

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

/** Which rows to render: all, or those in view. Without layout, and until the window is loaded, the first ones. */
export function useRowWindow({ scroller, keys, pinned }: RowWindowOptions): RowWindow {
  const isMany = keys.length > mostPlainRows
  const loaded = useVirtualizer(scroller, isMany)
  const virtual = loaded === 'failed' ? null : loaded
  const [, rerender] = useReducer((count: number) => count + 1, 0)
  const getItemKey = useCallback((index: number) => keys[index] ?? index, [keys])

  virtual?.virtualizer.setOptions({
    count: keys.length,
    getScrollElement: () => scroller.current,
    getItemKey,
    estimateSize: () => virtual.rowHeight,
    overscan: 6,
    rangeExtractor: (range) => {
      const indexes = virtual.defaultRangeExtractor(range)
      const at = pinned === null ? -1 : keys.indexOf(pinned)
      return at === -1 || indexes.includes(at) ? indexes : [...indexes, at].sort((a, b) => a - b)
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
    const shown = isMany && loaded !== 'failed' ? keys.slice(0, mostPlainRows) : keys
    return { rows: shown.map((key, index) => ({ key, place: inFlow(index) })), height: undefined }
  }
  const { virtualizer } = virtual
  const rows = virtualizer.getVirtualItems().map(({ index, start }) => ({
    key: keys[index] ?? '',
    place: { index, start, count: keys.length, measure: virtualizer.measureElement },
  }))
  return { rows, height: virtualizer.getTotalSize() }
}

function inFlow(index: number): RowPlace {
  return { index, start: undefined, count: undefined, measure: undefined }
}
