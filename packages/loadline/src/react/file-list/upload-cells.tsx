'use client'

import type { ReactNode } from 'react'
import type { UploadTask } from '../../core/index.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { LoadLine } from '../slots/load-line.js'
import { UploadButtons } from '../uploads/upload-buttons.js'
import { UploadStatusLine } from '../uploads/upload-status-line.js'
import { useUploadDescription, waitOf } from '../uploads/use-upload-description.js'
import { useUpload } from '../uploads/use-upload.js'
import { Cell } from './cell.js'

interface UploadCellsProps {
  /** What the ids of its cells begin with. */
  readonly id: string
  /** As it was when its status last changed. */
  readonly task: UploadTask
  readonly tabIndex: number
}

/** What a live upload's row says beside its name. Its progress renders these cells alone. */
export function UploadCells({ id, task: known, tabIndex }: UploadCellsProps): ReactNode {
  const messages = useMessages()
  const { format } = useProvider()
  const task = useUpload(known.id) ?? known
  const { icon, fraction, words, drawn, percent, percentText } = useUploadDescription(task)
  const isSending = task.status === 'uploading'
  // The sizes stand in their own column.
  const status = isSending ? messages.uploading({ percent: percentText }) : (words[0] ?? '')
  const { sent, total } = format.pair(task.sentBytes, task.size)
  const isPartial = drawn > 0 && drawn < 1
  return (
    <>
      <Cell slot="status-cell" id={`${id}status-cell`} wait={waitOf(task)}>
        <UploadStatusLine icon={icon} fraction={fraction} words={[status]} />
        <LoadLine
          label={task.name}
          drawn={drawn}
          percent={percent}
          text={isSending ? [status, ...words].join(', ') : status}
        />
      </Cell>
      <Cell slot="size-cell" id={`${id}size-cell`}>
        <bdi>{isPartial ? messages.sentOf({ sent, total }) : total}</bdi>
      </Cell>
      <Cell slot="added-cell" id={`${id}added-cell`} />
      <Cell slot="actions-cell">
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
