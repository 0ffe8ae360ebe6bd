/** The row that stands for all small files; no upload has this id. */
export const smallFilesRow = 'small-files'

/** Puts small files into one row where the first of them stood; they follow it while it is open. */
export function groupSmallFiles(
  ids: readonly string[],
  smallIds: readonly string[],
  isExpanded: boolean,
): readonly string[] {
  const [first] = smallIds
  if (first === undefined || smallIds.length === 1) return ids
  const small = new Set(smallIds)
  const group = isExpanded ? [smallFilesRow, ...smallIds] : [smallFilesRow]
  return ids.flatMap((id) => {
    if (id === first) return group
    return small.has(id) ? [] : id
  })
}
