'use client'

import type { Range, Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useState, type RefObject } from 'react'

type RowVirtualizer = Virtualizer<HTMLElement, HTMLElement>
type Ways = 'scrollToFn' | 'observeElementOffset' | 'observeElementRect'

export interface LoadedVirtualizer {
  readonly virtualizer: RowVirtualizer
  /** How it meets the DOM: to be given with its other options. */
  readonly ways: Pick<RowVirtualizer['options'], Ways>
  readonly defaultRangeExtractor: (range: Range) => number[]
  /** Px. All rows are equally high. */
  readonly rowHeight: number
}

/** Its own options come later. */
const noOptions = { count: 0, getScrollElement: () => null, estimateSize: () => 0 }

/**
 * Loaded where it is needed and there is layout: not in jsdom, nor on a server. `failed`: it could not be loaded, say
 * offline.
 */
export function useVirtualizer(
  scroller: RefObject<HTMLElement | null>,
  isNeeded: boolean,
  rowSelector: string,
): LoadedVirtualizer | 'failed' | null {
  const [loaded, setLoaded] = useState<LoadedVirtualizer | 'failed' | null>(null)
  useEffect(() => {
    const rowHeight = scroller.current?.querySelector<HTMLElement>(rowSelector)?.offsetHeight ?? 0
    if (!isNeeded || rowHeight === 0) return undefined
    let isWanted = true
    import('@tanstack/react-virtual')
      .then((module) => {
        const { elementScroll, defaultRangeExtractor } = module
        const { observeElementOffset, observeElementRect } = module
        const ways = { scrollToFn: elementScroll, observeElementOffset, observeElementRect }
        const virtualizer = new module.Virtualizer<HTMLElement, HTMLElement>({
          ...noOptions,
          ...ways,
        })
        if (isWanted) setLoaded({ virtualizer, ways, defaultRangeExtractor, rowHeight })
      })
      .catch(() => {
        if (isWanted) setLoaded('failed')
      })
    return () => {
      isWanted = false
      setLoaded(null)
    }
  }, [scroller, isNeeded, rowSelector])
  return isNeeded ? loaded : null
}
