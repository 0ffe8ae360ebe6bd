'use client'

import type { ReactNode } from 'react'
import { useMessages } from '../messages/words.js'
import { useSlots } from './slots.js'

interface PartFailureProps {
  readonly onRetry: () => void
}

/** In place of a part that could not be loaded. */
export function PartFailure({ onRetry }: PartFailureProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  return (
    <div {...slot('list-notice')} role="alert">
      <span>{messages.fileErrors.network}</span>
      <button {...slot('small-button')} type="button" onClick={onRetry}>
        {messages.tryAgain}
      </button>
    </div>
  )
}
