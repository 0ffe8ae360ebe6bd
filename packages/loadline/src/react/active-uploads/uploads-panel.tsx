'use client'

import {
  useImperativeHandle,
  useRef,
  useState,
  type FocusEvent,
  type ForwardedRef,
  type MouseEvent,
  type ReactNode,
} from 'react'
import { useKeptFocus } from '../hooks/use-kept-focus.js'
import { useMessages } from '../messages/words.js'
import { attributesOf } from '../slots/attributes-of.js'
import { useRootSlot } from '../slots/slots.js'
import { usePart } from '../slots/use-part.js'
import { useUploads } from '../uploads/use-uploads.js'
import { AutoDismiss } from './auto-dismiss.js'
import type { FileActiveUploadsProps } from './file-active-uploads.js'
import { UploadsAnnouncer } from './uploads-announcer.js'
import { usePanelOpen } from './use-panel-open.js'

interface UploadsPanelProps extends Omit<FileActiveUploadsProps, 'messages' | 'classNames'> {
  readonly panelRef: ForwardedRef<HTMLDivElement>
}

const load = () => import('./panel-content.js')

export function UploadsPanel(props: UploadsPanelProps): ReactNode {
  const { scope, statuses, groupAbove = 200, renderUpload, autoDismissReady } = props
  const { placement = 'inline', open, defaultOpen, onOpenChange } = props
  const { id, style, className, panelRef } = props
  const ids = useUploads({ scope, statuses })
  const messages = useMessages()
  const [isOpen, setOpen] = usePanelOpen({ placement, open, defaultOpen, onOpenChange })
  const { isHeld, handlers } = useHeld()
  const panel = useRef<HTMLDivElement>(null)
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(panelRef, () => panel.current)
  useKeptFocus(panel)
  const root = useRootSlot('uploads', className)
  const attributes = { ...attributesOf(props, 'aria-', 'data-'), id, style }
  const { part, failure } = usePart(load, ids.length > 0)
  const isEmpty = ids.length === 0 || (part === null && failure === null)
  const region = isEmpty ? {} : { role: 'region', 'aria-label': messages.uploads, ...attributes }
  const dismiss = (): void => {
    if (placement === 'corner' && isOpen) setOpen(false, { reason: 'dismiss' })
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/no-noninteractive-element-interactions -- For what stands in it; the toggle does the same.
    <div
      {...region}
      {...root}
      ref={panel}
      tabIndex={-1}
      data-placement={placement}
      data-open={isOpen && !isEmpty ? '' : undefined}
      data-empty={isEmpty ? '' : undefined}
      onKeyDown={({ key }) => {
        if (key === 'Escape') dismiss()
      }}
      onClick={(event) => {
        if (isBeside(event)) dismiss()
      }}
      {...handlers}
    >
      {/* Stands here before there is something to say: what comes with its text is not read. */}
      <UploadsAnnouncer scope={scope} />
      {autoDismissReady === true && <AutoDismiss scope={scope} isHeld={isHeld} />}
      {failure}
      {!isEmpty && part !== null && (
        <part.PanelContent
          isTray={placement === 'corner'}
          {...{ scope, ids, groupAbove, renderUpload, isOpen, setOpen }}
        />
      )}
    </div>
  )
}

/** The person is about to do something here. */
function useHeld() {
  const [isHovered, setHovered] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const handlers = {
    onPointerEnter: () => setHovered(true),
    onPointerLeave: () => setHovered(false),
    // A click on no control of it is no intent.
    onFocus: ({ target, currentTarget }: FocusEvent) => setFocused(target !== currentTarget),
    onBlur: () => setFocused(false),
  }
  return { isHeld: isHovered || isFocused, handlers }
}

/** The veil around a sheet is the panel's own. */
function isBeside({ target, currentTarget }: MouseEvent): boolean {
  return target === currentTarget
}
