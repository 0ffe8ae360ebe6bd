'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import { DropWords } from './drop-words.js'
import type { FileDropzoneProps } from './file-dropzone.js'
import type { Drag } from './use-drop-target.js'

interface PageDropProps {
  readonly drag: Drag
  readonly props: FileDropzoneProps
}

/** Over the whole page while files are dragged: it shows where they go, the page below still gets them. */
export function PageDrop({ drag, props }: PageDropProps): ReactNode {
  const slot = useSlots()
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Above dialogs too; where there is no top layer, as high as CSS puts it.
    element.current?.showPopover?.()
  }, [])
  const isTaken = drag.reason === null
  return (
    <div
      {...slot('drop-page')}
      ref={element}
      popover="manual"
      data-drop={isTaken ? 'accept' : 'reject'}
      aria-hidden
    >
      <div {...slot('drop-pill')}>
        <span {...slot('drop-mark')}>
          <Icon name={isTaken ? 'dropAccept' : 'dropReject'} size={20} />
        </span>
        <DropWords drag={drag} props={props} />
      </div>
    </div>
  )
}
