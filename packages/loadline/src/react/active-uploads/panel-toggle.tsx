'use client'

import type { ReactNode } from 'react'
import { useMessages } from '../messages/words.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'

interface PanelToggleProps {
  readonly isTray: boolean
  readonly isOpen: boolean
  readonly listId: string
  readonly onOpenChange: (isOpen: boolean) => void
}

/** Shows the rows, or only the sum. The sign points to where they go: a tray grows upwards. */
export function PanelToggle({ isTray, isOpen, listId, onOpenChange }: PanelToggleProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  return (
    <button
      {...slot('icon-button')}
      type="button"
      aria-label={messages.showUploads}
      aria-expanded={isOpen}
      aria-controls={isOpen ? listId : undefined}
      onClick={() => onOpenChange(!isOpen)}
    >
      <Icon name={isOpen === isTray ? 'open' : 'shut'} size={16} />
    </button>
  )
}
