'use client'

import { useState } from 'react'
import type { FileRow } from '../file-list/merge-rows.js'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'

export type StoredRow = Extract<FileRow, { kind: 'stored' }>

export interface DetailsState {
  /** Whose details are shown; `null`: nobody's. */
  readonly row: StoredRow | null
  /** They were asked for, and did not only follow a selection. */
  readonly isFocused: boolean
  readonly show: (row: FileRow) => void
  readonly close: () => void
}

interface Shown {
  readonly rowId: string
  /** What was selected when it was last looked at. */
  readonly selectedId: string | null
  readonly isFocused: boolean
}

/** Which file's details are open: the one they were asked for, then the one that is selected after that. */
export function useDetails(
  rows: readonly FileRow[],
  { isSelected }: FileSelectionResult,
): DetailsState {
  const [shown, setShown] = useState<Shown | null>(null)
  const onlySelected = (): string | null => {
    const ids = rows.flatMap((row) =>
      row.kind === 'stored' && isSelected(row.file.id) ? [row.id] : [],
    )
    return ids.length === 1 ? (ids[0] ?? null) : null
  }
  const selectedId = shown === null ? null : onlySelected()
  if (shown !== null && selectedId !== shown.selectedId) {
    const rowId = selectedId ?? shown.rowId
    setShown({ rowId, selectedId, isFocused: rowId === shown.rowId && shown.isFocused })
  }
  const row = shown && rows.find(({ id }) => id === shown.rowId)
  return {
    row: row?.kind === 'stored' ? row : null,
    isFocused: shown?.isFocused ?? false,
    show: ({ id }) => setShown({ rowId: id, selectedId: onlySelected(), isFocused: true }),
    close: () => setShown(null),
  }
}
