'use client'

import type { ReactNode } from 'react'
import type { WaitReason } from '../../core/index.js'
import { useSlots, type Slot } from '../slots/slots.js'

interface CellProps {
  readonly slot: Slot
  /** What a row is called by. */
  readonly id?: string | undefined
  /** What an upload waits for. */
  readonly wait?: WaitReason | undefined
  readonly children?: ReactNode
}

export function Cell({ slot, id, wait, children }: CellProps): ReactNode {
  const attributesOf = useSlots()
  return (
    <div {...attributesOf(slot)} id={id} role="gridcell" data-wait={wait}>
      {children}
    </div>
  )
}
