'use client'

import { useRef, useState, type ReactNode } from 'react'
import type { StoredFile } from '../../core/index.js'
import { FileName } from '../file-name/file-name.js'
import { FileTile } from '../file-tile/file-tile.js'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'
import { ListDialog, useDialog } from './list-dialog.js'
import type { BulkProgress } from './run-in-batches.js'

interface DeleteDialogProps {
  /** What is known of the files that are to go. */
  readonly files: readonly StoredFile[]
  /** `null`: all that match, however many. */
  readonly count: number | null
  readonly onDelete: (
    signal: AbortSignal,
    onProgress: (progress: BulkProgress) => void,
  ) => Promise<void>
  readonly onClose: () => void
}

/** Asks first; then it stays as long as there is more than one request to wait for. */
export function DeleteDialog({ files, count, onDelete, onClose }: DeleteDialogProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { dialog, close } = useDialog()
  const [progress, setProgress] = useState<BulkProgress | null>(null)
  const [controller] = useState(() => new AbortController())
  const cancel = useRef<HTMLButtonElement>(null)
  const isWorking = progress !== null
  const title =
    count === null
      ? messages.deleteAllTitle
      : messages.deleteTitle({ count, name: files[0]?.name ?? '' })
  const isMany = count === null || count > files.length
  const start = (): void => {
    if (isMany) {
      setProgress({ done: 0, total: count ?? 0 })
      cancel.current?.focus()
      void onDelete(controller.signal, setProgress).finally(close)
    } else {
      close()
      void onDelete(controller.signal, () => undefined)
    }
  }
  return (
    <ListDialog
      {...{ dialog, title }}
      text={isWorking ? messages.deletingFiles(progress) : messages.deleteText}
      isAlert
      onClose={() => {
        if (isWorking) controller.abort()
        onClose()
      }}
    >
      {!isMany && count > 1 && <FileNames files={files} />}
      <div {...slot('dialog-actions')}>
        <button {...slot('button')} ref={cancel} type="button" onClick={close}>
          {isWorking ? messages.stop : messages.cancel}
        </button>
        {!isWorking && (
          <button {...slot('danger-button')} type="button" onClick={start}>
            {messages.delete}
          </button>
        )}
      </div>
    </ListDialog>
  )
}

const namedFiles = 5

function FileNames({ files }: { readonly files: readonly StoredFile[] }): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const unnamed = files.length - namedFiles
  return (
    <ul {...slot('dialog-list')}>
      {files.slice(0, namedFiles).map((file) => (
        <li key={file.id} {...slot('dialog-row')}>
          <FileTile name={file.name} contentType={file.contentType} />
          <FileName name={file.name} />
        </li>
      ))}
      {unnamed > 0 && <li {...slot('dialog-row')}>{messages.more({ count: unnamed })}</li>}
    </ul>
  )
}
