'use client'

import { useRef, useState, type ReactNode } from 'react'
import type { StoredFile } from '../../core/index.js'
import { FileName } from '../file-name/file-name.js'
import { FileTile } from '../file-tile/file-tile.js'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'
import { DialogActions } from '../dialog/dialog-actions.js'
import { ModalDialog, useDialog } from '../dialog/modal-dialog.js'
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
  const closeLabel = isWorking ? messages.stop : undefined
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
    <ModalDialog
      {...{ dialog, title }}
      text={isWorking ? messages.deletingFiles(progress) : messages.deleteText}
      isAlert
      onClose={() => {
        if (isWorking) controller.abort()
        onClose()
      }}
    >
      <div {...slot('spoken')} role="status">
        {isWorking && messages.deletingFiles(inQuarters(progress))}
      </div>
      {!isMany && count > 1 && <FileNames files={files} />}
      <DialogActions {...{ closeLabel }} onClose={close} closeRef={cancel}>
        {!isWorking && (
          <button {...slot('danger-button')} type="button" onClick={start}>
            {messages.deleteFiles({ count })}
          </button>
        )}
      </DialogActions>
    </ModalDialog>
  )
}

/** Nobody wants to hear of every batch. */
function inQuarters({ done, total }: BulkProgress): BulkProgress {
  const quarter = Math.max(1, total / 4)
  return { done: Math.floor(Math.floor(done / quarter) * quarter), total }
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
