'use client'

import type { ReactNode } from 'react'
import { useSlots } from './slots.js'

interface RingProps {
  /** 0 to 1; `null`: it turns. */
  readonly fraction: number | null
  readonly size?: number
}

const radius = 5.9
const length = 2 * Math.PI * radius
const turningArc = 0.28

export function Ring({ fraction, size = 14 }: RingProps): ReactNode {
  const slot = useSlots()
  const circle = { cx: 7, cy: 7, r: radius, fill: 'none', strokeWidth: 2.2 }
  return (
    <svg
      {...slot('ring')}
      data-turning={fraction === null ? '' : undefined}
      viewBox="0 0 14 14"
      width={size}
      height={size}
      aria-hidden
    >
      <circle {...circle} stroke="var(--ll-line-2)" />
      <circle
        {...circle}
        stroke="var(--ll-accent-line)"
        strokeDasharray={`${String((fraction ?? turningArc) * length)} ${String(length)}`}
        transform="rotate(-90 7 7)"
      />
    </svg>
  )
}
