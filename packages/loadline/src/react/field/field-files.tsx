'use client'

import { useRef, type ReactNode } from 'react'
import type { StoredFile, UploadTask } from '../../core/index.js'
import { FileName } from '../file-name/file-name.js'
import { FileTile } from '../file-tile/file-tile.js'
import { useKeptFocus } from '../hooks/use-kept-focus.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { focusNeighbour } from '../slots/focus-neighbour.js'
import { Icon } from '../slots/icon.js'
import { LoadLine } from '../slots/load-line.js'
import { useSlots } from '../slots/slots.js'
import { UploadButtons } from '../uploads/upload-buttons.js'
import { UploadStatusLine } from '../uploads/upload-status-line.js'
import { useUploadDescription } from '../uploads/use-upload-description.js'
import { waitOf } from '../uploads/wait-of.js'
import { useUpload } from '../uploads/use-upload.js'
import type { FileFieldItem } from './field-items.js'
import type { FileFieldResult } from './use-file-field.js'
import { useStoredFiles } from './use-stored-files.js'

export interface FieldFilesProps {
  readonly field: Pick<FileFieldResult, 'items' | 'remove'>
}

/** The files of a field: an upload keeps its row when it becomes a stored file. */
export function FieldFiles({ field }: FieldFilesProps): ReactNode {
  return field.items.length === 0 ? null : <FieldRows field={field} />
}

function FieldRows({ field: { items, remove } }: FieldFilesProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const list = useRef<HTMLUListElement>(null)
  useKeptFocus(list)
  const unknown = items.flatMap(({ fileId, file }) => (file === null && fileId ? [fileId] : []))
  const loaded = new Map(useStoredFiles(unknown).map((file) => [file.id, file]))
  return (
    <ul {...slot('field-files')} ref={list} aria-label={messages.fieldFiles}>
      {items.map((item) => (
        <FieldRow
          key={item.id}
          item={item}
          file={item.file ?? loaded.get(item.fileId ?? '') ?? null}
          onRemove={remove}
        />
      ))}
    </ul>
  )
}

interface FieldRowProps {
  readonly item: FileFieldItem
  readonly file: StoredFile | null
  readonly onRemove: (itemId: string) => void
}

function FieldRow({ item, file, onRemove }: FieldRowProps): ReactNode {
  const slot = useSlots()
  const task = useUpload(item.uploadId ?? '')
  const isLive = item.fileId === null && task !== undefined
  const name = file?.name ?? task?.name ?? item.fileId ?? ''
  return (
    <li
      {...slot('upload-row')}
      data-row={item.id}
      data-status={isLive ? task.status : 'ready'}
      data-wait={isLive ? waitOf(task) : undefined}
    >
      <FileTile name={name} contentType={file?.contentType ?? task?.contentType ?? ''} />
      {isLive ? (
        <LiveRow task={task} />
      ) : (
        <StoredRow name={name} size={file?.size ?? null} onRemove={() => onRemove(item.id)} />
      )}
    </li>
  )
}

function LiveRow({ task }: { readonly task: UploadTask }): ReactNode {
  const slot = useSlots()
  const { icon, fraction, words, drawn, percent, percentText } = useUploadDescription(task)
  return (
    <>
      <span {...slot('upload-body')}>
        <FileName name={task.name} />
        <UploadStatusLine icon={icon} fraction={fraction} words={words} />
      </span>
      <UploadButtons task={task} onClose={focusNeighbour} />
      <LoadLine
        label={task.name}
        drawn={drawn}
        percent={percent}
        text={`${percentText}, ${words.join(', ')}`}
      />
    </>
  )
}

interface StoredRowProps {
  readonly name: string
  readonly size: number | null
  readonly onRemove: () => void
}

function StoredRow({ name, size, onRemove }: StoredRowProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { format } = useProvider()
  const words = [messages.uploaded, ...(size === null ? [] : [format.bytes(size)])]
  return (
    <>
      <span {...slot('upload-body')}>
        <FileName name={name} />
        <UploadStatusLine icon="done" fraction={null} words={words} />
      </span>
      <button
        {...slot('icon-button')}
        type="button"
        aria-label={messages.actionOn({ action: messages.remove, name })}
        onClick={({ currentTarget }) => {
          focusNeighbour(currentTarget)
          onRemove()
        }}
      >
        <Icon name="close" size={16} />
      </button>
    </>
  )
}
