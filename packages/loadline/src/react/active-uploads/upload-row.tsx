'use client'

import { memo, type ReactNode } from 'react'
import type { UploadTask, WaitReason } from '../../core/index.js'
import { FileName } from '../file-name/file-name.js'
import { FileTile } from '../file-tile/file-tile.js'
import { LoadLine } from '../slots/load-line.js'
import { useSlots, type SlotAttributes } from '../slots/slots.js'
import { UploadButtons } from '../uploads/upload-buttons.js'
import { UploadStatusLine } from '../uploads/upload-status-line.js'
import { useUploadDescription } from '../uploads/use-upload-description.js'
import { waitOf } from '../uploads/wait-of.js'
import { useUpload } from '../uploads/use-upload.js'
import { placeAttributes, type RowPlace, type RowPlaceAttributes } from './row-place.js'

/** For the `li` of a row. */
export interface UploadRowProps extends SlotAttributes, RowPlaceAttributes {
  readonly 'data-status': UploadTask['status']
  readonly 'data-wait': WaitReason | undefined
  /** What a row holds without `renderUpload`. */
  readonly children: ReactNode
}

export interface UploadRowState {
  readonly task: UploadTask
  /** Its status in words. */
  readonly words: readonly string[]
  /** Whole percent, rounded down: 100 only after the store's answer. */
  readonly percent: number
}

export type RenderUpload = (props: UploadRowProps, state: UploadRowState) => ReactNode

interface UploadRowElementProps extends RowPlace {
  readonly id: string
  readonly renderUpload: RenderUpload | undefined
}

/** Rendered by its own upload alone: the list above knows only which ids there are. */
export const UploadRow = memo(function UploadRow(props: UploadRowElementProps): ReactNode {
  const task = useUpload(props.id)
  return task === undefined ? null : <TaskRow task={task} {...props} />
})

interface TaskRowProps extends UploadRowElementProps {
  readonly task: UploadTask
}

function TaskRow({ task, id, renderUpload, ...place }: TaskRowProps): ReactNode {
  const slot = useSlots()
  const { icon, fraction, words, drawn, percent, percentText } = useUploadDescription(task)
  const showsPercent = task.status === 'uploading' || task.status === 'paused'
  const text = showsPercent ? `${percentText}, ${words.join(', ')}` : words.join(', ')
  const props: UploadRowProps = {
    ...slot('upload-row'),
    ...placeAttributes(id, place),
    'data-status': task.status,
    'data-wait': waitOf(task),
    children: (
      <>
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
        <UploadButtons task={task} />
        <LoadLine label={task.name} drawn={drawn} percent={percent} text={text} />
      </>
    ),
  }
  return renderUpload === undefined ? (
    <li {...props} />
  ) : (
    renderUpload(props, { task, words, percent })
  )
}
