'use client'

import { memo, type ReactNode } from 'react'
import type { IconName } from '../icons.js'
import { useProvider } from '../provider/files-context.js'

interface IconElementProps {
  readonly name: IconName
  readonly size: number
}

export const Icon = memo(function Icon({ name, size }: IconElementProps): ReactNode {
  const Drawing = useProvider().icons[name]
  return <Drawing size={size} strokeWidth={strokeFor(size)} aria-hidden />
})

/** Lines look equally strong at every size. */
function strokeFor(size: number): number {
  if (size < 15) return 2.2
  return size < 20 ? 1.9 : 1.7
}
