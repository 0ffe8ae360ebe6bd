'use client'

import type { ReactNode } from 'react'
import { useLate } from '../hooks/use-late.js'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'
import { useNow } from './use-now.js'

const rows = [0.62, 0.54, 0.7, 0.6, 0.55]

/** Rows to come, of the height that they will have. An answer that is there at once finds nothing drawn for it. */
export function ListSkeleton(): ReactNode {
  const isShown = useLate(useNow() === null)
  const slot = useSlots()
  const messages = useMessages()
  return (
    <>
      <div {...slot('spoken')} role="status">
        {messages.loadingFiles}
      </div>
      <div aria-hidden {...slot('skeleton')}>
        {isShown &&
          rows.map((width) => (
            <div key={width} {...slot('skeleton-row')}>
              <span {...slot('skeleton-tile')} />
              <span {...slot('skeleton-bar')} style={{ inlineSize: `${String(width * 60)}%` }} />
              <span {...slot('skeleton-bar')} data-status />
              <span {...slot('skeleton-bar')} data-size />
              <span {...slot('skeleton-bar')} data-added />
            </div>
          ))}
      </div>
    </>
  )
}
