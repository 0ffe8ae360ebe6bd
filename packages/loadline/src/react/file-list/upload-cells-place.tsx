'use client'

import type { ReactNode } from 'react'
import { columnId } from '../file-columns/file-column.js'
import { useLazyModule } from '../hooks/use-lazy-module.js'
import { BlankCell } from './blank-cell.js'
import { Cell } from './cell.js'
import type { UploadCellsProps } from './upload-cells.js'

export const loadUploadCells = () => import('./upload-cells.js')

/** The cells of a live upload, empty until they are loaded. */
export function UploadCellsPlace(props: UploadCellsProps): ReactNode {
  const part = useLazyModule(loadUploadCells, true)
  if (part !== null) return <part.UploadCells {...props} />
  const { id, row, columns } = props
  return (
    <>
      {columns.map((column) => (
        <BlankCell key={columnId(column)} {...{ id, column, row }} />
      ))}
      <Cell slot="actions-cell" />
    </>
  )
}
