'use client'

import type { ReactNode } from 'react'
import type { BulkRunner } from '../file-actions/use-bulk-runner.js'
import { useListPart } from '../file-actions/use-list-part.js'
import type { PreviewDialogProps } from './preview-dialog.js'

interface PreviewPlaceProps extends Omit<PreviewDialogProps, 'startId'> {
  /** `null`: none is open. */
  readonly startId: string | null
  readonly runner: BulkRunner
}

/** Where a file is shown over the page. */
export function PreviewPlace({ startId, runner, ...props }: PreviewPlaceProps): ReactNode {
  const part = useListPart(load, startId !== null, runner, () => props.onClose(startId))
  if (startId === null || part === null) return null
  return <part.PreviewDialog {...props} startId={startId} />
}

const load = () => import('./preview-dialog.js')
