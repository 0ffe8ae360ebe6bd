import type { FileSortKey } from '../../core/index.js'

type SortWord = string | { readonly asc: string; readonly desc: string }

/** The words of how a list looks. */
export interface ViewMessages {
  /** Table or grid. */
  readonly view: string
  readonly viewTable: string
  readonly viewGrid: string
  readonly columnAddedBy: string
  /** The menu of orders, and what stands before the one that is applied. */
  readonly sortBy: string
  readonly sortWords: Readonly<Record<FileSortKey, SortWord>>
}
