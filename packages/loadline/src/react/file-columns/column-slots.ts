import type { FileSortKey } from '../../core/index.js'
import type { Slot } from '../slots/slots.js'
import type { FileColumnKey, ListColumn } from './file-column.js'

type HeadWord =
  | 'columnStatus'
  | 'filterCategory'
  | 'filterVisibility'
  | 'columnAddedBy'
  | 'columnSize'
  | 'columnAdded'

interface KnownColumn {
  readonly slot: Slot
  readonly label: HeadWord
  readonly sortKey: FileSortKey | undefined
}

export const knownColumns: Readonly<Record<FileColumnKey, KnownColumn>> = {
  status: { slot: 'status-cell', label: 'columnStatus', sortKey: 'status' },
  category: { slot: 'category-cell', label: 'filterCategory', sortKey: undefined },
  // Its head has no room for words to click.
  visibility: { slot: 'visibility-cell', label: 'filterVisibility', sortKey: undefined },
  createdBy: { slot: 'user-cell', label: 'columnAddedBy', sortKey: undefined },
  size: { slot: 'size-cell', label: 'columnSize', sortKey: 'size' },
  createdAt: { slot: 'added-cell', label: 'columnAdded', sortKey: 'createdAt' },
}

export function slotOf(column: ListColumn): Slot {
  return typeof column === 'string' ? knownColumns[column].slot : 'own-cell'
}
