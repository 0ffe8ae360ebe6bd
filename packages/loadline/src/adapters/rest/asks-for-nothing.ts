import type { FileFilter } from '../../core/index.js'

/** Whether a list of values has none in it: no file is any of them. In a query string it would not be there at all. */
export function asksForNothing({
  categories,
  statuses,
  contentTypes,
  entity,
}: FileFilter = {}): boolean {
  const lists = [categories, statuses, contentTypes, entity?.references]
  return lists.some((list) => list?.length === 0)
}
