import type { ReactNode } from 'react'
import type { FileSortKey } from '../../core/index.js'
import type { FileRow } from '../file-list/merge-rows.js'

/** What the table can say of a file beside its name. */
export type FileColumnKey =
  | 'status'
  | 'category'
  | 'visibility'
  | 'createdBy'
  | 'size'
  | 'createdAt'

/** A column of the application's own. The same object as long as it is the same column. */
export interface FileColumn {
  /** Unique among the columns. */
  readonly id: string
  readonly header: ReactNode
  /** What stands in it: also of a live upload, and of a folder. */
  readonly cell: (row: FileRow) => ReactNode
  /** Px. Default 112. */
  readonly width?: number | undefined
  /** What its head sorts by. Without it, or where the adapter has no such key, the head is words alone. */
  readonly sortKey?: FileSortKey | undefined
}

export type ListColumn = FileColumnKey | FileColumn

/** In the order in which they stand, between the name and the actions. */
export const allColumns: readonly FileColumnKey[] = [
  'status',
  'category',
  'visibility',
  'createdBy',
  'size',
  'createdAt',
]

export function columnId(column: ListColumn): string {
  return typeof column === 'string' ? column : column.id
}
