'use client'

import type * as ReactVirtual from '@tanstack/react-virtual'
import { useEffect, useState, type RefObject } from 'react'
import { whenIdle } from './when-idle.js'

type RowVirtualizer = ReactVirtual.Virtualizer<HTMLElement, HTMLElement>
type Ways =
  | 'scrollToFn'
  | 'observeElementOffset'
  | 'observeElementRect'
  | 'initialRect'
  | 'initialOffset'

export interface LoadedVirtualizer {
  readonly virtualizer: RowVirtualizer
  /** How it meets the DOM, and where it begins: to be given with its other options. */
  readonly ways: Pick<RowVirtualizer['options'], Ways>
  readonly defaultRangeExtractor: (range: ReactVirtual.Range) => number[]
  /** Px, of the first row that was there. */
  readonly rowHeight: number
}

/** It measures all rows at first: the reader shall see the first ones before that, but not wait for the others. */
const latestMs = 100

/** Its own options come later. */
const noOptions = { count: 0, getScrollElement: () => null, estimateSize: () => 0 }

/**
 * Loaded where it is needed and there is layout. `unseen`: there is none, as in jsdom, or not yet, as in a closed tab.
 * `failed`: it could not be loaded, say offline.
 */
export function useVirtualizer(
  scroller: RefObject<HTMLElement | null>,
  isNeeded: boolean,
  rowSelector: string,
): LoadedVirtualizer | 'failed' | 'unseen' | null {
  const [loaded, setLoaded] = useState<LoadedVirtualizer | 'failed' | 'unseen' | null>(null)
  useEffect(() => {
    if (!isNeeded) return undefined
    let isWanted = true
    const settle = (next: LoadedVirtualizer | 'failed' | 'unseen') => {
      if (isWanted) setLoaded(next)
    }
    const heightOfRow = () =>
      scroller.current?.querySelector<HTMLElement>(rowSelector)?.offsetHeight ?? 0
    let stopIdling: (() => void) | undefined
    const load = (rowHeight: number) => {
      import('@tanstack/react-virtual').then(
        (module) => {
          if (!isWanted) return
          const make = () => settle(makeVirtualizer(module, rowHeight, scroller.current))
          stopIdling = whenIdle(make, latestMs)
        },
        () => settle('failed'),
      )
    }
    const rowHeight = heightOfRow()
    if (rowHeight > 0) load(rowHeight)
    else settle('unseen')
    const stopWaiting = rowHeight > 0 ? undefined : onceSeen(scroller.current, heightOfRow, load)
    return () => {
      isWanted = false
      stopWaiting?.()
      stopIdling?.()
      setLoaded(null)
    }
  }, [scroller, isNeeded, rowSelector])
  return isNeeded ? loaded : null
}

function makeVirtualizer(
  module: typeof ReactVirtual,
  rowHeight: number,
  scroller: HTMLElement | null,
): LoadedVirtualizer {
  const { elementScroll, defaultRangeExtractor, observeElementOffset, observeElementRect } = module
  const ways = {
    ...{ scrollToFn: elementScroll, observeElementOffset, observeElementRect },
    // From its first render on it knows which rows are in view: those that are there stay, with the focus in them.
    initialRect: { width: scroller?.clientWidth ?? 0, height: scroller?.clientHeight ?? 0 },
    // Asked for when it first draws: it puts the scroller where it believes it to be.
    initialOffset: () => scroller?.scrollTop ?? 0,
  }
  const virtualizer = new module.Virtualizer<HTMLElement, HTMLElement>({ ...noOptions, ...ways })
  return { virtualizer, ways, defaultRangeExtractor, rowHeight }
}

/** A list in a closed tab is laid out when the tab opens. */
function onceSeen(
  scroller: HTMLElement | null,
  heightOfRow: () => number,
  onSeen: (rowHeight: number) => void,
): (() => void) | undefined {
  if (scroller === null || typeof ResizeObserver === 'undefined') return undefined
  const observer = new ResizeObserver(() => {
    const rowHeight = heightOfRow()
    if (rowHeight === 0) return
    observer.disconnect()
    onSeen(rowHeight)
  })
  observer.observe(scroller)
  return () => observer.disconnect()
}
