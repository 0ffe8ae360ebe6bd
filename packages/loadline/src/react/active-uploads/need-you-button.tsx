'use client'

import type { ReactNode } from 'react'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { useSlots } from '../slots/slots.js'
import { idsThatNeedYou } from './use-need-you.js'

interface NeedYouButtonProps {
  readonly scope: string | undefined
  /** The title counts already. */
  readonly isTitle: boolean
  readonly onReview: (id: string) => void
}

/** Goes to the first upload that cannot go on without the person. */
export function NeedYouButton({ scope, isTitle, onReview }: NeedYouButtonProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { queue } = useProvider()
  const ids = idsThatNeedYou(queue, scope)
  return (
    <button
      {...slot(isTitle ? 'small-button' : 'uploads-badge')}
      type="button"
      onClick={() => {
        if (ids[0] !== undefined) onReview(ids[0])
      }}
    >
      <bdi>{isTitle ? messages.review : messages.needYou({ count: ids.length })}</bdi>
    </button>
  )
}
