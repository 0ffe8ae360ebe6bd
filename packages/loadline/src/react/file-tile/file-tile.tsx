'use client'

import type { ReactNode } from 'react'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import { fileKind } from './file-kind.js'

interface FileTileProps {
  readonly name: string
  readonly contentType: string
}

/** The picture of a file's type. The name beside it says the same, so it is not read out. */
export function FileTile({ name, contentType }: FileTileProps): ReactNode {
  const slot = useSlots()
  const kind = fileKind(name, contentType)
  return (
    <span {...slot('tile')} data-kind={kind} aria-hidden>
      <Icon name={kind} size={16} />
    </span>
  )
}
