'use client'

import type { ReactNode } from 'react'
import { useSlots } from '../slots/slots.js'
import { splitFileName } from './split-file-name.js'
import { slicePieces, splitMatches, type NamePiece } from './split-matches.js'

interface FileNameProps {
  readonly name: string
  /** What was searched for: where the name says it, it is marked. */
  readonly search?: string | undefined
}

/** A file's name, cut in the middle where there is no room. */
export function FileName({ name, search = '' }: FileNameProps): ReactNode {
  const slot = useSlots()
  const { head, tail } = splitFileName(name)
  const pieces = search === '' ? null : splitMatches(head + tail, search)
  return (
    <bdi {...slot('name')} dir="auto">
      {/* Two boxes in a row would be read with a gap between them. */}
      <span {...slot('spoken')}>{name}</span>
      <span {...slot('name-head')} aria-hidden>
        {pieces === null ? head : <Marked pieces={slicePieces(pieces, 0, head.length)} />}
      </span>
      <span {...slot('name-tail')} aria-hidden>
        {pieces === null ? (
          tail
        ) : (
          <Marked pieces={slicePieces(pieces, head.length, head.length + tail.length)} />
        )}
      </span>
    </bdi>
  )
}

function Marked({ pieces }: { readonly pieces: readonly NamePiece[] }): ReactNode {
  const slot = useSlots()
  return pieces.map(({ text, isMatch }, index) =>
    isMatch ? (
      // oxlint-disable-next-line react/no-array-index-key -- Pieces of one text have no other identity.
      <mark key={index} {...slot('match')}>
        {text}
      </mark>
    ) : (
      text
    ),
  )
}
