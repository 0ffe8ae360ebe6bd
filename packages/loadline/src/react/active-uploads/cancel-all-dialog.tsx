'use client'

import type { ReactNode } from 'react'
import { DialogActions } from '../dialog/dialog-actions.js'
import { ModalDialog, useDialog } from '../dialog/modal-dialog.js'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'

interface CancelAllDialogProps {
  readonly count: number
  readonly onCancelAll: () => void
  readonly onClose: () => void
}

/** Asks before what was sent is lost. */
export function CancelAllDialog({ count, onCancelAll, onClose }: CancelAllDialogProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { dialog, close } = useDialog()
  return (
    <ModalDialog
      {...{ dialog, onClose }}
      title={messages.cancelAllTitle({ count })}
      text={messages.cancelAllText}
      isAlert
    >
      <DialogActions onClose={close} closeLabel={messages.keepUploading}>
        <button
          {...slot('danger-button')}
          type="button"
          onClick={() => {
            close()
            onCancelAll()
          }}
        >
          {messages.cancelAll}
        </button>
      </DialogActions>
    </ModalDialog>
  )
}
