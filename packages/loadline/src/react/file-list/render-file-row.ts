import type { CSSProperties, ReactNode, RefCallback } from 'react'
import type { SlotAttributes } from '../slots/slots.js'
import type { FileRow } from './merge-rows.js'

/** For the element of a row: all of it, or the keyboard, the selection and the scrolling miss it. */
export interface FileRowProps extends SlotAttributes {
  readonly ref: RefCallback<HTMLElement>
  /** A `row` of the table holds a `gridcell` or several; a `gridcell`, a tile of the grid, anything. */
  readonly role: 'row' | 'gridcell'
  readonly 'data-row': string
  readonly 'data-index': number
  readonly 'data-status': string | undefined
  readonly 'data-selected': true | undefined
  readonly 'aria-labelledby': string | undefined
  readonly 'aria-rowindex': number | undefined
  readonly 'aria-colindex': number | undefined
  readonly 'aria-selected': boolean | undefined
  readonly tabIndex: 0 | -1
  readonly style: CSSProperties | undefined
  /** What it holds without `renderRow`. */
  readonly children: ReactNode
}

export type RenderFileRow = (props: FileRowProps, row: FileRow) => ReactNode
