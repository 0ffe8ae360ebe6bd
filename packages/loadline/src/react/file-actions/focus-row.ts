/**
 * Where focus goes back to once what was opened from a row is closed: to the row, where it is drawn. The platform gives
 * it back before it tells of the closing: who is in the row by then, in its name perhaps, stays there.
 */
export function focusRow(list: HTMLElement | null, rowId: string | null): void {
  if (rowId === null) return
  const row = list?.querySelector<HTMLElement>(`[data-row="${CSS.escape(rowId)}"]`)
  if (row?.contains(document.activeElement) === false) row.focus()
}
