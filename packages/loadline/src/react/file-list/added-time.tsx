'use client'

import type { ReactNode } from 'react'
import { useProvider } from '../provider/files-context.js'

interface AddedTimeProps {
  readonly at: string
  /** Epoch ms; `null` before the page is hydrated. */
  readonly now: number | null
}

export function AddedTime({ at, now }: AddedTimeProps): ReactNode {
  const { format } = useProvider()
  return (
    <time dateTime={at} dir="auto">
      {now === null ? format.absolute(at) : format.relative(at, now)}
    </time>
  )
}
