'use client'

import type { ReactNode } from 'react'
import { useSlots, type Slot } from '../slots/slots.js'

interface CellProps {
  readonly slot: Slot
  readonly children?: ReactNode
}

export function Cell({ slot, children }: CellProps): ReactNode {
  const attributesOf = useSlots()
  return (
    <div {...attributesOf(slot)} role="gridcell">
      {children}
    </div>
  )
}
