'use client'

import type { ReactNode } from 'react'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'
import { ListDialog, useDialog } from './list-dialog.js'

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
    <ListDialog {...{ dialog, onClose }} title={messages.linkTitle} text={messages.linkText}>
      <input
        {...slot('text-field')}
        readOnly
        value={url}
        dir="ltr"
        aria-label={messages.linkTitle}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div {...slot('dialog-actions')}>
        <button {...slot('button')} type="button" onClick={close}>
          {messages.done}
        </button>
      </div>
    </ListDialog>
  )
}
