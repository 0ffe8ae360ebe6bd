'use client'

import { useId, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import { useSlots } from '../slots/slots.js'

interface ListDialogProps {
  readonly title: string
  readonly text?: string | undefined
  /** It asks before something is lost. */
  readonly isAlert?: boolean | undefined
  readonly dialog: RefObject<HTMLDialogElement | null>
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A modal dialog of the platform: it keeps the focus inside, and gives it back. */
export function ListDialog(props: ListDialogProps): ReactNode {
  const { title, text, isAlert, dialog, onClose, children } = props
  const slot = useSlots()
  const id = useId()
  useLayoutEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [dialog])
  return (
    <dialog
      {...slot('dialog')}
      ref={dialog}
      role={isAlert ? 'alertdialog' : undefined}
      aria-labelledby={id}
      aria-describedby={text === undefined ? undefined : `${id}text`}
      onClose={onClose}
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
