'use client'

import type { ReactNode } from 'react'
import { useMessages } from '../messages/words.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'

interface PreviewStepProps {
  readonly direction: 'previous' | 'next'
  /** `null`: there is no file. The button stays: focus would fall out of the dialog with it. */
  readonly onStep: (() => void) | null
}

export function PreviewStep({ direction, onStep }: PreviewStepProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  return (
    <button
      {...slot('preview-step')}
      type="button"
      data-direction={direction}
      aria-label={direction === 'next' ? messages.nextFile : messages.previousFile}
      aria-disabled={onStep === null || undefined}
      onClick={() => onStep?.()}
    >
      <Icon name={direction} size={20} />
    </button>
  )
}
