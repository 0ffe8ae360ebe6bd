'use client'

import { useLayoutEffect, useRef, type RefObject } from 'react'
import type { FileListQuery } from '../../core/index.js'
import type { KeptPlace } from '../list-view/kept-place.js'
import type { RovingRows } from './use-roving-rows.js'

interface ListTopOptions {
  readonly query: FileListQuery
  /** The rows still answer the query before this one. */
  readonly isPrevious: boolean
  readonly scroller: RefObject<HTMLElement | null>
  readonly place: KeptPlace
  readonly roving: RovingRows
}

/** What answers another search, filter or order is another list: it is read from its top. */
export function useListTop({ query, isPrevious, scroller, place, roving }: ListTopOptions): void {
  const asked = JSON.stringify(query)
  const shown = useRef(asked)
  useLayoutEffect(() => {
    if (isPrevious || shown.current === asked) return
    shown.current = asked
    // Where rows that made way for "Nothing matches" stood, too.
    place.take()
    scroller.current?.scrollTo({ top: 0, behavior: 'instant' })
    roving.toTop()
  })
}
