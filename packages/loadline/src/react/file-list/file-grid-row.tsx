'use client'

import { memo, type ReactNode } from 'react'
import { FileTile } from '../file-tile/file-tile.js'
import { FileName } from '../file-name/file-name.js'
import { useSlots } from '../slots/slots.js'
import { Cell } from './cell.js'
import type { FileRow } from './merge-rows.js'
import { StoredCells } from './stored-cells.js'
import { UploadCells } from './upload-cells.js'

interface FileGridRowProps {
  readonly row: FileRow
  readonly rowIndex: number
  /** The tab key comes to this row and its controls. */
  readonly isActive: boolean
  /** Epoch ms; `null` before the page is hydrated. */
  readonly now: number | null
}

/** One row from upload to stored file: the element stays, only what is in its cells changes. */
export const FileGridRow = memo(function FileGridRow(props: FileGridRowProps): ReactNode {
  const { row, rowIndex, isActive, now } = props
  const slot = useSlots()
  const { name, contentType } = row.kind === 'stored' ? row.file : row.task
  const tabIndex = isActive ? 0 : -1
  return (
    <div
      {...slot('row')}
      role="row"
      data-row={row.id}
      data-status={row.kind === 'stored' ? row.file.status.replace('_', '-') : row.task.status}
      aria-rowindex={rowIndex}
      tabIndex={tabIndex}
    >
      <Cell slot="name-cell">
        <FileTile name={name} contentType={contentType} />
        <FileName name={name} />
      </Cell>
      {row.kind === 'stored' ? (
        <StoredCells file={row.file} tabIndex={tabIndex} now={now} />
      ) : (
        <UploadCells task={row.task} tabIndex={tabIndex} />
      )}
    </div>
  )
}, isSameRow)

/** Rows are made anew whenever one of them changes. */
function isSameRow(one: FileGridRowProps, other: FileGridRowProps): boolean {
  if (one.rowIndex !== other.rowIndex || one.isActive !== other.isActive) return false
  if (one.now !== other.now) return false
  if (one.row.kind === 'stored') {
    return other.row.kind === 'stored' && one.row.file === other.row.file
  }
  return other.row.kind === 'upload' && one.row.task === other.row.task
}
