'use client'

import type { ReactNode, Ref } from 'react'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import { fileKind } from './file-kind.js'

interface FileTileProps {
  readonly name: string
  readonly contentType: string
  /** A picture of the file itself; checked before. */
  readonly src?: string | null | undefined
  readonly onError?: (() => void) | undefined
  readonly elementRef?: Ref<HTMLElement> | undefined
}

/** The picture of a file, or of its type. The name beside it says the same, so it is not read out. */
export function FileTile(props: FileTileProps): ReactNode {
  const { name, contentType, src = null, onError, elementRef } = props
  const slot = useSlots()
  const kind = fileKind(name, contentType)
  return (
    <span {...slot('tile')} ref={elementRef} data-kind={kind} aria-hidden>
      {src === null ? (
        <Icon name={kind} size={16} />
      ) : (
        <img
          {...slot('tile-image')}
          src={src}
          alt=""
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={onError}
        />
      )}
    </span>
  )
}
