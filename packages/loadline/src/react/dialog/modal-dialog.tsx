'use client'

import { useId, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import { openModal } from './open-modal.js'
import { useSlots } from '../slots/slots.js'

interface ModalDialogProps {
  readonly title: string
  readonly text?: string | undefined
  /** It asks before something is lost. */
  readonly isAlert?: boolean | undefined
  readonly dialog: RefObject<HTMLDialogElement | null>
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A modal dialog of the platform: it keeps the focus inside, and gives it back. */
export function ModalDialog(props: ModalDialogProps): ReactNode {
  const { title, text, isAlert, dialog, onClose, children } = props
  const slot = useSlots()
  const id = useId()
  useLayoutEffect(() => {
    openModal(dialog.current)
  }, [dialog])
  return (
    <dialog
      {...slot('dialog')}
      ref={dialog}
      role={isAlert ? 'alertdialog' : undefined}
      aria-labelledby={id}
      aria-describedby={text === undefined ? undefined : `${id}text`}
      onClose={onClose}
      // What it was opened from may close by the same key.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div {...slot('dialog-title')} id={id} dir="auto">
        {title}
      </div>
      {text !== undefined && (
        <div {...slot('dialog-text')} id={`${id}text`}>
          {text}
        </div>
      )}
      {children}
    </dialog>
  )
}

/** A dialog that is open from the start, and closes itself. */
export function useDialog(): {
  readonly dialog: RefObject<HTMLDialogElement | null>
  readonly close: () => void
} {
  const dialog = useRef<HTMLDialogElement>(null)
  return { dialog, close: () => dialog.current?.close() }
}
