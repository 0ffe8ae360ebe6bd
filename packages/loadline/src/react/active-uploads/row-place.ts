import type { CSSProperties, RefCallback } from 'react'

/** Where a row stands. Plain values, so that a row whose place is the same is not rendered. */
export interface RowPlace {
  readonly index: number
  /** Px from the top; `undefined`: in the flow. */
  readonly start: number | undefined
  /** Of all rows, where not all of them are rendered. */
  readonly count: number | undefined
  readonly measure: RefCallback<HTMLElement> | undefined
}

export interface RowPlaceAttributes {
  readonly ref: RefCallback<HTMLElement> | undefined
  readonly 'data-row': string
  readonly 'data-index': number
  readonly 'aria-setsize': number | undefined
  readonly 'aria-posinset': number | undefined
  readonly style: CSSProperties | undefined
}

export function placeAttributes(id: string, place: RowPlace): RowPlaceAttributes {
  const { index, start, count, measure } = place
  return {
    ref: measure,
    'data-row': id,
    'data-index': index,
    'aria-setsize': count,
    'aria-posinset': count === undefined ? undefined : index + 1,
    style: start === undefined ? undefined : { transform: `translateY(${String(start)}px)` },
  }
}
