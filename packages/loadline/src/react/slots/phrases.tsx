'use client'

import { Fragment, type ReactNode } from 'react'
import { useSlots } from './slots.js'

/** Words beside each other, each in its own direction: "1.19 of 1.92 GB" stays so in a page from right to left. */
export function Phrases({ words }: { readonly words: readonly string[] }): ReactNode {
  const slot = useSlots()
  return words.map((text, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- A running figure is the same phrase with another text.
    <Fragment key={index}>
      {index > 0 && <span {...slot('separator')}> · </span>}
      <bdi>{text}</bdi>
    </Fragment>
  ))
}
