'use client'

import { memo, type ReactNode } from 'react'
import type { UploadTask } from '../../core/index.js'
import { FileName } from '../file-name/file-name.js'
import { FileTile } from '../file-tile/file-tile.js'
import { LoadLine } from '../slots/load-line.js'
import { useSlots } from '../slots/slots.js'
import { UploadButtons } from '../uploads/upload-buttons.js'
import { UploadStatusLine } from '../uploads/upload-status-line.js'
import { useUploadDescription, waitOf } from '../uploads/use-upload-description.js'
import { useUpload } from '../uploads/use-upload.js'

/** Rendered by its own upload alone: the list above knows only which ids there are. */
export const UploadRow = memo(function UploadRow({ id }: { readonly id: string }): ReactNode {
  const task = useUpload(id)
  return task === undefined ? null : <TaskRow task={task} />
})

function TaskRow({ task }: { readonly task: UploadTask }): ReactNode {
  const slot = useSlots()
  const { icon, fraction, words, drawn, percent, percentText } = useUploadDescription(task)
  const showsPercent = task.status === 'uploading' || task.status === 'paused'
  const text = showsPercent ? `${percentText}, ${words.join(', ')}` : words.join(', ')
  return (
    <li {...slot('upload-row')} data-status={task.status} data-wait={waitOf(task)}>
      <FileTile name={task.name} contentType={task.contentType} />
      <span {...slot('upload-body')}>
        <FileName name={task.name} />
        <UploadStatusLine icon={icon} fraction={fraction} words={words} />
      </span>
      {showsPercent && (
        <span {...slot('upload-percent')} aria-hidden>
          {percentText}
        </span>
      )}
      <UploadButtons task={task} onClose={keepFocus} />
      <LoadLine label={task.name} drawn={drawn} percent={percent} text={text} />
    </li>
  )
}

/** Focus would fall to the top of the page with the row. */
function keepFocus(button: HTMLElement, action: 'cancel' | 'dismiss'): void {
  if (action === 'cancel') return
  const row = button.closest('li')
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling
  const buttons = neighbour?.querySelectorAll('button')
  buttons?.[buttons.length - 1]?.focus()
}
