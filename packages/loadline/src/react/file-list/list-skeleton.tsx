'use client'

import type { ReactNode } from 'react'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'

const rows = [0.62, 0.54, 0.7, 0.6, 0.55]

/** Rows to come, of the height that they will have. */
export function ListSkeleton(): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  return (
    <>
      <div {...slot('spoken')} role="status">
        {messages.loadingFiles}
      </div>
      <div aria-hidden {...slot('skeleton')}>
        {rows.map((width) => (
          <div key={width} {...slot('skeleton-row')}>
            <span {...slot('skeleton-tile')} />
            <span {...slot('skeleton-bar')} style={{ inlineSize: `${String(width * 60)}%` }} />
          </div>
        ))}
      </div>
    </>
  )
}
