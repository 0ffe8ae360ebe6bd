'use client'

import type { ReactNode } from 'react'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'

interface RowCheckboxProps {
  readonly name: string
  readonly isSelected: boolean
}

/** The grid around it hears of the click. */
export function RowCheckbox({ name, isSelected }: RowCheckboxProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  return (
    <input
      {...slot('checkbox')}
      type="checkbox"
      tabIndex={-1}
      checked={isSelected}
      readOnly
      aria-label={messages.actionOn({ action: messages.select, name })}
    />
  )
}
