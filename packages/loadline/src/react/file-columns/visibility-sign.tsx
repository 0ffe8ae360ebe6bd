'use client'

import type { ReactNode } from 'react'
import type { FileVisibility } from '../../core/index.js'
import { useMessages } from '../messages/words.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'

interface VisibilitySignProps {
  readonly visibility: FileVisibility
  readonly size?: number
}

/** Who can see a file, as a sign; its word is read out, and seen under the pointer. */
export function VisibilitySign({ visibility, size = 14 }: VisibilitySignProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const isPublic = visibility === 'public'
  return (
    <span {...slot('visibility')}>
      <Icon name={isPublic ? 'public' : 'private'} size={size} />
      <span {...slot('tip')}>{isPublic ? messages.publicFiles : messages.privateFiles}</span>
    </span>
  )
}
