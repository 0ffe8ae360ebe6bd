'use client'

import type { ReactNode } from 'react'
import { columnId, type ListColumn } from '../file-columns/file-column.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { LoadLine } from '../slots/load-line.js'
import { UploadButtons } from '../uploads/upload-buttons.js'
import { UploadStatusLine } from '../uploads/upload-status-line.js'
import { useUploadDescription } from '../uploads/use-upload-description.js'
import { waitOf } from '../uploads/wait-of.js'
import { useUpload } from '../uploads/use-upload.js'
import { BlankCell } from './blank-cell.js'
import { Cell } from './cell.js'
import type { FileRow } from './merge-rows.js'

export interface UploadCellsProps {
  /** What the ids of its cells begin with. */
  readonly id: string
  /** Its task as it was when its status last changed. */
  readonly row: FileRow & { readonly kind: 'upload' }
  readonly columns: readonly ListColumn[]
  readonly tabIndex: number
}

/** What a live upload's row says beside its name. Its progress renders these cells alone. */
export function UploadCells({ id, row, columns, tabIndex }: UploadCellsProps): ReactNode {
  const messages = useMessages()
  const { format } = useProvider()
  const task = useUpload(row.task.id) ?? row.task
  const { icon, fraction, words, drawn, percent, percentText } = useUploadDescription(task)
  const isSending = task.status === 'uploading'
  // The sizes stand in their own column.
  const status = isSending ? messages.uploading({ percent: percentText }) : (words[0] ?? '')
  const { sent, total } = format.pair(task.sentBytes, task.size)
  const isPartial = drawn > 0 && drawn < 1
  const line = (
    <LoadLine
      label={task.name}
      drawn={drawn}
      percent={percent}
      text={isSending ? [status, ...words].join(', ') : status}
    />
  )
  return (
    <>
      {columns.map((column) => {
        if (column === 'status') {
          return (
            <Cell key={column} slot="status-cell" id={`${id}${column}`} wait={waitOf(task)}>
              <UploadStatusLine icon={icon} fraction={fraction} words={[status]} />
              {line}
            </Cell>
          )
        }
        if (column === 'size') {
          return (
            <Cell key={column} slot="size-cell" id={`${id}${column}`}>
              <bdi>{isPartial ? messages.sentOf({ sent, total }) : total}</bdi>
            </Cell>
          )
        }
        return <BlankCell key={columnId(column)} {...{ id, column, row }} />
      })}
      <Cell slot="actions-cell" wait={waitOf(task)}>
        {!columns.includes('status') && line}
        <UploadButtons task={task} tabIndex={tabIndex} onClose={focusNeighbour} />
      </Cell>
    </>
  )
}

/** Focus would fall to the top of the page with the row. */
function focusNeighbour(button: HTMLElement): void {
  const row = button.closest('[data-row]')
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling
  if (neighbour instanceof HTMLElement) neighbour.focus()
}
