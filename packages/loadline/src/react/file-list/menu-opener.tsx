'use client'

import type { ReactNode } from 'react'
import { useMessages } from '../messages/words.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'

interface MenuOpenerProps {
  readonly name: string
  readonly tabIndex: number
}

/** The way to all that can be done with a row. The grid around it hears of the click. */
export function MenuOpener({ name, tabIndex }: MenuOpenerProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  return (
    <button
      {...slot('icon-button')}
      type="button"
      data-menu=""
      aria-haspopup="menu"
      tabIndex={tabIndex}
      aria-label={messages.actionOn({ action: messages.moreActions, name })}
    >
      <Icon name="more" size={16} />
    </button>
  )
}
