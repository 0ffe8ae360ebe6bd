'use client'

import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'

interface CancelAllDialogProps {
  readonly count: number
  readonly onCancelAll: () => void
  readonly onClose: () => void
}

/** Asks before what was sent is lost. */
export function CancelAllDialog(props: CancelAllDialogProps): ReactNode {
  const { count, onCancelAll, onClose } = props
  const slot = useSlots()
  const messages = useMessages()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    dialog.current?.showModal()
  }, [])
  const close = (): void => dialog.current?.close()
  return (
    <dialog
      {...slot('dialog')}
      ref={dialog}
      role="alertdialog"
      aria-labelledby={id}
      aria-describedby={`${id}text`}
      onClose={onClose}
      // The panel around it closes by the same key.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div {...slot('dialog-title')} id={id}>
        {messages.cancelAllTitle({ count })}
      </div>
      <div {...slot('dialog-text')} id={`${id}text`}>
        {messages.cancelAllText}
      </div>
      <div {...slot('dialog-actions')}>
        <button {...slot('button')} type="button" onClick={close}>
          {messages.keepUploading}
        </button>
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
      </div>
    </dialog>
  )
}
