'use client'

import type { ReactNode } from 'react'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'

interface SelectionStatusProps {
  readonly selection: Pick<FileSelectionResult, 'count' | 'isEmpty'>
}

/** For those who do not see the bar: how much is selected. It is there before, so that it is heard. */
export function SelectionStatus({
  selection: { count, isEmpty },
}: SelectionStatusProps): ReactNode {
  const slot = useSlots()
  const { allSelected, filesSelected } = useMessages()
  const words = count === null ? allSelected : filesSelected({ count })
  return (
    <div {...slot('spoken')} role="status">
      {isEmpty ? '' : words}
    </div>
  )
}
