'use client'

import type { ReactNode } from 'react'
import { useSlots } from './slots.js'

interface LoadLineProps {
  /** The accessible name: what is being loaded. */
  readonly label: string
  /** What of the line is drawn, 0 to 1. */
  readonly drawn: number
  /** Whole percent, for assistive technology. */
  readonly percent: number
  /** The same in words. */
  readonly text: string
}

export function LoadLine({ label, drawn, percent, text }: LoadLineProps): ReactNode {
  const slot = useSlots()
  return (
    <div
      {...slot('load-line')}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={text}
    >
      <div {...slot('load-fill')} style={{ transform: `scaleX(${drawn.toFixed(4)})` }} />
    </div>
  )
}
