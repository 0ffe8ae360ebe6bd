'use client'

import { useEffect, useState, type ReactNode } from 'react'
import { useNewest } from '../hooks/use-newest.js'
import type { UploadCounts } from '../messages/messages.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { useSlots } from '../slots/slots.js'
import { announceUploads, isPassing } from './announce-uploads.js'
import { countUploads } from './count-uploads.js'
import { countNeedYou } from './use-need-you.js'

interface UploadsAnnouncerProps {
  readonly scope: string | undefined
}

/** What can as well be read in the sum at the end is said no more often. */
const passingEveryMs = 5_000

/** Start, end and failures in summary, for those who do not see them. */
export function UploadsAnnouncer({ scope }: UploadsAnnouncerProps): ReactNode {
  const slot = useSlots()
  const { queue } = useProvider()
  const messages = useNewest(useMessages())
  const [text, setText] = useState('')
  useEffect(() => {
    const count = () => countUploads(queue.getTotals(scope), countNeedYou(queue, scope))
    let before = count()
    let passingAt = Number.NEGATIVE_INFINITY
    return queue.store.subscribe(() => {
      const after = count()
      if (isSame(before, after)) return
      const isTooSoon = performance.now() < passingAt + passingEveryMs
      if (isPassing(before, after) && isTooSoon) {
        // What failed meanwhile is said next time.
        before = { ...after, failed: before.failed }
        return
      }
      const next = announceUploads(before, after, messages.current)
      if (next !== null) {
        setText(next)
        if (isPassing(before, after)) passingAt = performance.now()
      }
      before = after
    })
  }, [queue, scope, messages])
  return (
    <div {...slot('spoken')} role="status">
      {text}
    </div>
  )
}

function isSame(one: UploadCounts, other: UploadCounts): boolean {
  return (Object.keys(one) as (keyof UploadCounts)[]).every((key) => one[key] === other[key])
}
