'use client'

import {
  forwardRef,
  type AriaAttributes,
  type CSSProperties,
  type ForwardedRef,
  type ReactNode,
} from 'react'
import type { ComponentMessages } from '../messages/messages.js'
import { useMessages, Words } from '../messages/words.js'
import { joinClassNames, Slots, useSlots, type SlotClassNames } from '../slots/slots.js'
import { useUploads } from '../uploads/use-uploads.js'
import { UploadRow } from './upload-row.js'
import { UploadsAnnouncer } from './uploads-announcer.js'
import { UploadsHead } from './uploads-head.js'

export interface FileActiveUploadsProps extends AriaAttributes {
  /** Only the uploads with it. Default: all. */
  readonly scope?: string | undefined
  readonly messages?: ComponentMessages | undefined
  readonly id?: string | undefined
  readonly className?: string | undefined
  readonly classNames?: SlotClassNames | undefined
  readonly style?: CSSProperties | undefined
  readonly [data: `data-${string}`]: unknown
}

/** The progress of all uploads: one line for the whole, a row each. Without uploads it shows nothing. */
export const FileActiveUploads = forwardRef<HTMLDivElement, FileActiveUploadsProps>(
  function FileActiveUploads({ messages, classNames, ...rest }, ref) {
    return (
      <Slots classNames={classNames}>
        <Words messages={messages}>
          <UploadsPanel {...rest} panelRef={ref} />
        </Words>
      </Slots>
    )
  },
)

interface UploadsPanelProps extends Omit<FileActiveUploadsProps, 'messages' | 'classNames'> {
  readonly panelRef: ForwardedRef<HTMLDivElement>
}

function UploadsPanel({ scope, className, panelRef, ...rest }: UploadsPanelProps): ReactNode {
  const ids = useUploads({ scope })
  const slot = useSlots()
  const messages = useMessages()
  const isEmpty = ids.length === 0
  const region = isEmpty ? {} : { role: 'region', 'aria-label': messages.uploads, ...rest }
  const root = slot('uploads')
  return (
    <div
      {...region}
      {...root}
      ref={panelRef}
      data-loadline-root=""
      data-empty={isEmpty ? '' : undefined}
      className={joinClassNames(root.className, className)}
    >
      {/* Stands here before there is something to say: what comes with its text is not read. */}
      <UploadsAnnouncer scope={scope} />
      {!isEmpty && (
        <>
          <UploadsHead scope={scope} />
          <ul {...slot('upload-list')}>
            {ids.map((id) => (
              <UploadRow key={id} id={id} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
