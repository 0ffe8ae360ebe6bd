'use client'

import type { ReactNode, RefObject } from 'react'
import type { FileActions } from '../file-actions/create-file-actions.js'
import type { FileAction } from '../file-actions/file-action.js'
import { focusRow } from '../file-actions/focus-row.js'
import type { BulkRunner } from '../file-actions/use-bulk-runner.js'
import { useListPart } from '../file-actions/use-list-part.js'
import type { DetailsState } from './use-details.js'

interface DetailsPlaceProps {
  readonly shown: DetailsState
  readonly actions: FileActions
  readonly runner: BulkRunner
  readonly offered: readonly FileAction[]
  /** The element of the whole list. */
  readonly root: RefObject<HTMLElement | null>
}

/** Where the details of a file stand, beside the list. */
export function DetailsPlace({ shown, root, runner, ...props }: DetailsPlaceProps): ReactNode {
  const { row, isFocused, close } = shown
  const part = useListPart(load, row !== null, runner, close)
  if (row === null || part === null) return null
  return (
    <part.FileDetails
      key={row.id}
      {...{ ...props, row, runner, isFocused }}
      onClose={() => {
        close()
        focusRow(root.current, row.id)
      }}
    />
  )
}

const load = () => import('./file-details.js')
