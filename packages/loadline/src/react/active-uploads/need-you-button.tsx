'use client'

import type { ReactNode } from 'react'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'

interface NeedYouButtonProps {
  readonly count: number
  /** The title counts already. */
  readonly isTitle: boolean
}

/** Goes to the first upload that cannot go on without the person. */
export function NeedYouButton({ count, isTitle }: NeedYouButtonProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  return (
    <button
      {...slot(isTitle ? 'small-button' : 'uploads-badge')}
      type="button"
      onClick={({ currentTarget }) => {
        focusFirst(currentTarget)
      }}
    >
      <bdi>{isTitle ? messages.review : messages.needYou({ count })}</bdi>
    </button>
  )
}

function focusFirst(button: HTMLElement): void {
  const rows = button.closest('[data-loadline=uploads]')?.querySelectorAll('[data-wait]')
  const first = [...(rows ?? [])].find((row) =>
    ['file', 'permission', 'auth'].includes(row.getAttribute('data-wait') ?? ''),
  )
  first?.querySelector('button')?.focus()
  first?.scrollIntoView({ block: 'nearest' })
}
