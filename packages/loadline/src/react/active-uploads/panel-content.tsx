'use client'

import { useId, useState, type ReactNode } from 'react'
import { UploadList, type WantedUpload } from './upload-list.js'
import type { RenderUpload } from './upload-row.js'
import { UploadsHead } from './uploads-head.js'
import type { SetPanelOpen } from './use-panel-open.js'

interface PanelContentProps {
  readonly scope: string | undefined
  readonly ids: readonly string[]
  readonly groupAbove: number
  readonly renderUpload: RenderUpload | undefined
  readonly isTray: boolean
  readonly isOpen: boolean
  readonly setOpen: SetPanelOpen
}

/** The sum, and the rows that it leads to. */
export function PanelContent(props: PanelContentProps): ReactNode {
  const { scope, ids, groupAbove, renderUpload, isTray, isOpen, setOpen } = props
  const listId = useId()
  const [wanted, setWanted] = useState<WantedUpload | null>(null)
  return (
    <>
      <UploadsHead
        {...{ scope, isTray, isOpen, listId }}
        onOpenChange={(next) => {
          setOpen(next, { reason: 'toggle' })
          setWanted(null)
        }}
        onReview={(id) => {
          if (!isOpen) setOpen(true, { reason: 'review' })
          setWanted({ id })
        }}
        onSwipe={() => {
          if (isTray && isOpen) setOpen(false, { reason: 'dismiss' })
        }}
      />
      {isOpen && <UploadList {...{ listId, ids, groupAbove, wanted, renderUpload }} />}
    </>
  )
}
