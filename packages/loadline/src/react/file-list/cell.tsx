'use client'

import type { ReactNode } from 'react'
import type { WaitReason } from '../../core/index.js'
import { useSlots, type Slot } from '../slots/slots.js'

interface CellProps {
  readonly slot: Slot
  /** What an upload waits for. */
  readonly wait?: WaitReason | undefined
  readonly children?: ReactNode
}

export function Cell({ slot, wait, children }: CellProps): ReactNode {
  const attributesOf = useSlots()
  return (
    <div {...attributesOf(slot)} role="gridcell" data-wait={wait}>
      {children}
    </div>
  )
}
