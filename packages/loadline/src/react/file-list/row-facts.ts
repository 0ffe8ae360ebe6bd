import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import type { FileRow } from './merge-rows.js'

export function nameOfRow(row: FileRow): string {
  if (row.kind === 'folder') return row.folder.name
  return row.kind === 'stored' ? row.file.name : row.task.name
}

/** The id that a selection holds it by; `null`: it cannot be selected. */
export function selectableId(row: FileRow): string | null {
  return row.kind === 'stored' ? row.file.id : null
}

export function selectedRows(
  rows: readonly FileRow[],
  { isSelected }: FileSelectionResult,
): readonly FileRow[] {
  return rows.filter((row) => {
    const id = selectableId(row)
    return id !== null && isSelected(id)
  })
}
