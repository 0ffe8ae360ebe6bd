'use client'

import { useState, type ReactNode } from 'react'
import type { UploadCounts } from '../messages/messages.js'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'
import { useUploadTotals } from '../uploads/use-upload-totals.js'
import { announceUploads } from './announce-uploads.js'
import { countUploads } from './count-uploads.js'
import { useNeedYou } from './use-need-you.js'

interface UploadsAnnouncerProps {
  readonly scope: string | undefined
}

/** Start, end and failures in summary, for those who do not see them. */
export function UploadsAnnouncer({ scope }: UploadsAnnouncerProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const counts = countUploads(useUploadTotals(scope), useNeedYou(scope))
  const [said, setSaid] = useState({ counts, text: '' })
  if (!isSame(said.counts, counts)) {
    setSaid({ counts, text: announceUploads(said.counts, counts, messages) ?? said.text })
  }
  return (
    <div {...slot('spoken')} role="status">
      {said.text}
    </div>
  )
}

function isSame(one: UploadCounts, other: UploadCounts): boolean {
  return (Object.keys(one) as (keyof UploadCounts)[]).every((key) => one[key] === other[key])
}
