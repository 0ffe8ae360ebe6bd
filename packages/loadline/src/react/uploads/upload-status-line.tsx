'use client'

import type { ReactNode } from 'react'
import { Icon } from '../slots/icon.js'
import { Phrases } from '../slots/phrases.js'
import { Ring } from '../slots/ring.js'
import { useSlots } from '../slots/slots.js'
import type { UploadDescription } from './describe-upload.js'

type UploadStatusProps = Pick<UploadDescription, 'icon' | 'fraction' | 'words'>

/** A status line: a sign, and words that say the same. */
export function UploadStatusLine({ icon, fraction, words }: UploadStatusProps): ReactNode {
  const slot = useSlots()
  return (
    <span {...slot('status')}>
      {icon === 'ring' ? <Ring fraction={fraction} /> : <Icon name={icon} size={14} />}
      <span {...slot('status-words')}>
        <Phrases words={words} />
      </span>
    </span>
  )
}
