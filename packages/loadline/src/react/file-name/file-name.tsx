'use client'

import type { ReactNode } from 'react'
import { useSlots } from '../slots/slots.js'
import { splitFileName } from './split-file-name.js'

/** A file's name, cut in the middle where there is no room. */
export function FileName({ name }: { readonly name: string }): ReactNode {
  const slot = useSlots()
  const { head, tail } = splitFileName(name)
  return (
    <bdi {...slot('name')} dir="auto">
      {/* Two boxes in a row would be read with a gap between them. */}
      <span {...slot('spoken')}>{name}</span>
      <span {...slot('name-head')} aria-hidden>
        {head}
      </span>
      <span {...slot('name-tail')} aria-hidden>
        {tail}
      </span>
    </bdi>
  )
}
