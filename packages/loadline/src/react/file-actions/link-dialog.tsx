'use client'

import type { ReactNode } from 'react'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'
import { DialogActions } from '../dialog/dialog-actions.js'
import { ModalDialog, useDialog } from '../dialog/modal-dialog.js'

interface LinkDialogProps {
  readonly url: string
  readonly onClose: () => void
}

/** For pages that may not write to the clipboard: a field to copy from. */
export function LinkDialog({ url, onClose }: LinkDialogProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { dialog, close } = useDialog()
  return (
    <ModalDialog {...{ dialog, onClose }} title={messages.linkTitle} text={messages.linkText}>
      <input
        {...slot('text-field')}
        readOnly
        value={url}
        dir="ltr"
        aria-label={messages.linkTitle}
        onFocus={(event) => event.currentTarget.select()}
      />
      <DialogActions onClose={close} closeLabel={messages.done} />
    </ModalDialog>
  )
}
