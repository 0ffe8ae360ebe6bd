'use client'

import type { ReactNode } from 'react'
import { slotOf } from '../file-columns/column-slots.js'
import { columnId, type ListColumn } from '../file-columns/file-column.js'
import { Cell } from './cell.js'
import type { FileRow } from './merge-rows.js'

interface BlankCellProps {
  /** What the ids of its row's cells begin with. */
  readonly id: string
  readonly column: ListColumn
  readonly row: FileRow
}

/** Of what a row has nothing to say; the application may have. */
export function BlankCell({ id, column, row }: BlankCellProps): ReactNode {
  return (
    <Cell slot={slotOf(column)} id={`${id}${columnId(column)}`}>
      {typeof column === 'string' ? null : column.cell(row)}
    </Cell>
  )
}
