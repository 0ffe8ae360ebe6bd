'use client'

import type { ReactNode, Ref } from 'react'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'

interface DialogActionsProps {
  readonly onClose: () => void
  /** Of the button that closes. Default: "Cancel". */
  readonly closeLabel?: string | undefined
  readonly closeRef?: Ref<HTMLButtonElement> | undefined
  /** What else can be done. */
  readonly children?: ReactNode
}

/** The last row of a dialog: first the way out, then what it is there for. */
export function DialogActions(props: DialogActionsProps): ReactNode {
  const { onClose, closeLabel, closeRef, children } = props
  const slot = useSlots()
  const messages = useMessages()
  return (
    <div {...slot('dialog-actions')}>
      <button {...slot('button')} ref={closeRef} type="button" onClick={onClose}>
        {closeLabel ?? messages.cancel}
      </button>
      {children}
    </div>
  )
}
