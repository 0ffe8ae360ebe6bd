'use client'

import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { availableActions, type FileAction } from '../file-actions/file-action.js'
import type { FileRow } from '../file-list/merge-rows.js'
import type { FilesResult } from '../file-list/use-files.js'
import { openModal } from '../dialog/open-modal.js'
import { useSlots } from '../slots/slots.js'
import { moveByKey } from './move-by-key.js'
import { PreviewBar } from './preview-bar.js'
import { PreviewContent } from './preview-content.js'
import { PreviewStep } from './preview-step.js'
import { useFilePreview } from './use-file-preview.js'
import { usePreviewPlace, type StoredRow } from './use-preview-place.js'
import { useSwipeSideways } from './use-swipe-sideways.js'
import { useZoom } from './use-zoom.js'

export interface PreviewDialogProps {
  readonly rows: readonly FileRow[]
  /** Of the row that was opened. */
  readonly startId: string
  readonly list: Pick<FilesResult, 'hasMore' | 'loadMore' | 'storedTotal'>
  readonly actions: readonly FileAction[]
  /** `rowId`: of the file that was shown last; `null`: it is gone. */
  readonly onClose: (rowId: string | null) => void
}

/** A file over the whole window, and the way to those beside it. */
export function PreviewDialog(props: PreviewDialogProps): ReactNode {
  const { rows, startId, list, actions, onClose } = props
  const slot = useSlots()
  const labelId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const place = usePreviewPlace(rows, startId, list)
  const { row } = place
  const preview = useFilePreview(row?.file ?? null)
  const zoom = useZoom(row?.id ?? '')
  const control = preview.content?.kind === 'image' ? zoom : null
  const swipe = useSwipeSideways(place, control !== null && control.zoom.scale > 1)
  useShown(dialog, row === null)
  const offered = row === null ? [] : offeredFor(row, actions)
  const onDownload = offered.find(({ id }) => id === 'download')?.onAction ?? null
  const close = (): void => dialog.current?.close()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Keys of the dialog as a whole.
    <dialog
      {...slot('preview')}
      ref={dialog}
      tabIndex={-1}
      aria-labelledby={labelId}
      onKeyDown={(event) => moveByKey(event, place, control)}
      onClose={() => onClose(row?.id ?? null)}
    >
      {row !== null && (
        <>
          <PreviewBar
            {...{ place, labelId, offered, onDownload, control }}
            file={row.file}
            onClose={close}
          />
          <div {...slot('preview-stage')} {...swipe} key={row.id}>
            <PreviewContent name={row.file.name} {...{ preview, onDownload }} control={zoom} />
          </div>
          {(place.total ?? 2) > 1 && (
            <>
              <PreviewStep direction="previous" onStep={place.toPrevious} />
              <PreviewStep direction="next" onStep={place.toNext} />
            </>
          )}
        </>
      )}
    </dialog>
  )
}

export interface OfferedAction extends Omit<FileAction, 'onAction'> {
  readonly onAction: () => void
}

function offeredFor(row: StoredRow, actions: readonly FileAction[]): readonly OfferedAction[] {
  const selection = { kind: 'ids', ids: new Set([row.file.id]) } as const
  return availableActions(actions, { rows: [row], selection }).map((action) => ({
    ...action,
    onAction: () => action.onAction([row], { selection }),
  }))
}

/** Open from the start; closed once there is nothing left to show. */
function useShown(dialog: { readonly current: HTMLDialogElement | null }, isGone: boolean): void {
  useLayoutEffect(() => {
    const element = dialog.current
    if (element?.open !== false) return
    openModal(element)
    // Not the first button of the bar: arrows and Escape work from here.
    element.focus()
  }, [dialog])
  useLayoutEffect(() => {
    if (isGone) dialog.current?.close()
  }, [dialog, isGone])
}
