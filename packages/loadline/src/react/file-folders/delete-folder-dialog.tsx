'use client'

import { useRef, useState, type ReactNode } from 'react'
import { isUploadError, type FileFolder } from '../../core/index.js'
import { DialogActions } from '../dialog/dialog-actions.js'
import { ModalDialog, useDialog } from '../dialog/modal-dialog.js'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'
import { folderReasonOf } from './folder-reason-of.js'
import { useFileFolders } from './use-file-folders.js'

interface DeleteFolderDialogProps {
  readonly folder: FileFolder
  readonly say: (text: string) => void
  readonly onClose: () => void
}

/** Asks first, and tells what stands in the way: a backend deletes no folder that is not empty. */
export function DeleteFolderDialog({ folder, say, onClose }: DeleteFolderDialogProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { dialog, close } = useDialog()
  const { name } = folder
  const cancel = useRef<HTMLButtonElement>(null)
  const { problem, isBusy, start } = useDeleting(folder, (isDeleted) => {
    if (!isDeleted) return cancel.current?.focus()
    say(messages.folderDeleted({ name }))
    close()
  })
  return (
    <ModalDialog
      {...{ dialog, onClose }}
      title={messages.deleteFolderTitle({ name })}
      text={messages.deleteFolderText}
      isAlert
    >
      {problem !== null && (
        <p {...slot('dialog-problem')} role="alert">
          {problem}
        </p>
      )}
      <DialogActions onClose={close} closeRef={cancel}>
        <button
          {...slot('danger-button')}
          type="button"
          aria-disabled={isBusy || undefined}
          onClick={() => void start()}
        >
          {messages.delete}
        </button>
      </DialogActions>
    </ModalDialog>
  )
}

function useDeleting({ id, parentId }: FileFolder, onEnd: (isDeleted: boolean) => void) {
  const messages = useMessages()
  const { deleteFolders } = useFileFolders(parentId)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const start = async (): Promise<void> => {
    if (deleteFolders === null || isBusy) return
    setIsBusy(true)
    const failure = await deleteFolders([id]).then(
      ({ failed }) => failed[0]?.error,
      (error: unknown) => error ?? new Error('It did not say why.'),
    )
    setIsBusy(false)
    const code = isUploadError(failure) ? failure.code : null
    // Someone else was quicker: that is what was wanted.
    const isDeleted = failure === undefined || code === 'not-found'
    const isFull = code === 'conflict'
    if (!isDeleted) {
      setProblem(isFull ? messages.folderNotEmpty : folderReasonOf(failure, messages))
    }
    onEnd(isDeleted)
  }
  return { problem, isBusy, start }
}
