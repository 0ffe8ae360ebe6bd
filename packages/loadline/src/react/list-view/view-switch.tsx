'use client'

import type { ReactNode } from 'react'
import { useMessages } from '../messages/words.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import type { FileView } from './list-view.js'

interface ViewSwitchProps {
  readonly view: FileView
  readonly onView: (view: FileView) => void
}

/** Table or grid. */
export function ViewSwitch({ view, onView }: ViewSwitchProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const choices = [
    { value: 'table', icon: 'viewTable', label: messages.viewTable },
    { value: 'grid', icon: 'viewGrid', label: messages.viewGrid },
  ] as const
  return (
    <div {...slot('view-switch')} role="group" aria-label={messages.view}>
      {choices.map(({ value, icon, label }) => (
        <button
          key={value}
          {...slot('view-choice')}
          type="button"
          aria-label={label}
          aria-pressed={view === value}
          onClick={() => {
            if (view !== value) onView(value)
          }}
        >
          <Icon name={icon} size={16} />
        </button>
      ))}
    </div>
  )
}
