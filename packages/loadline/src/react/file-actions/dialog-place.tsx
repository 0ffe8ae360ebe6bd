'use client'

import type { ReactNode } from 'react'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import { useSlots } from '../slots/slots.js'
import type { FileActions } from './create-file-actions.js'
import type { OpenDialog } from './list-dialogs.js'
import type { BulkRunner } from './use-bulk-runner.js'
import { useListPart } from './use-list-part.js'

interface DialogPlaceProps {
  readonly asked: OpenDialog | null
  readonly actions: FileActions
  readonly runner: BulkRunner
  readonly selection: FileSelectionResult
  readonly onClose: () => void
}

/** The dialog that is open, loaded with the first one, and the words for those who do not see what was done. */
export function DialogPlace(props: DialogPlaceProps): ReactNode {
  const { asked, actions, runner, selection, onClose: onAnswered } = props
  const slot = useSlots()
  const failures = runner.failures && ({ kind: 'failures', ...runner.failures } as const)
  const dialog = asked ?? failures
  const onClose = asked === null ? runner.dismiss : onAnswered
  const part = useListPart(load, dialog !== null, runner, onClose)
  return (
    <>
      <div {...slot('spoken')} role="status">
        {runner.announcement}
      </div>
      {dialog !== null && part !== null && (
        <part.ListDialogs {...{ dialog, actions, runner, selection, onClose }} />
      )}
    </>
  )
}

const load = () => import('./list-dialogs.js')
