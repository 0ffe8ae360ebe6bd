'use client'

import type { ReactNode } from 'react'
import { UploadTile } from '../file-list/upload-tile.js'
import { LoadLine } from '../slots/load-line.js'
import { useSlots } from '../slots/slots.js'
import { UploadButtons } from '../uploads/upload-buttons.js'
import { UploadStatusLine } from '../uploads/upload-status-line.js'
import { useUploadDescription } from '../uploads/use-upload-description.js'
import { waitOf } from '../uploads/wait-of.js'
import { useUpload } from '../uploads/use-upload.js'
import type { CardContentProps } from './file-card.js'

/** A live upload: the load line is on the edge of its picture. Its progress renders this alone. */
export function UploadCard({ id, row, name, tabIndex }: CardContentProps<'upload'>): ReactNode {
  const slot = useSlots()
  const task = useUpload(row.task.id) ?? row.task
  const { icon, fraction, words, drawn, percent, percentText } = useUploadDescription(task)
  const isSending = task.status === 'uploading'
  const shown = isSending ? [percentText, ...words] : words
  return (
    <>
      <div {...slot('card-picture')} data-live="" data-wait={waitOf(task)}>
        <UploadTile row={row} />
        <LoadLine label={task.name} drawn={drawn} percent={percent} text={shown.join(', ')} />
      </div>
      <div {...slot('card-foot')} data-wait={waitOf(task)}>
        <div {...slot('card-words')}>
          <span id={`${id}name`}>{name}</span>{' '}
          <span {...slot('card-meta')} id={`${id}meta`}>
            <UploadStatusLine icon={icon} fraction={fraction} words={shown} />
          </span>
        </div>{' '}
        <span id={`${id}does`}>
          <UploadButtons task={task} tabIndex={tabIndex} onClose={focusNeighbour} />
        </span>
      </div>
    </>
  )
}

/** Focus would fall to the top of the page with the tile. */
function focusNeighbour(button: HTMLElement): void {
  const tile = button.closest<HTMLElement>('[data-row]')
  const index = Number(tile?.dataset['index'])
  const grid = tile?.closest('[role="grid"]')
  const neighbour = [index + 1, index - 1].flatMap(
    (at) => grid?.querySelector<HTMLElement>(`[data-index="${String(at)}"]`) ?? [],
  )[0]
  neighbour?.focus()
}
