import type { FileListQuery } from '../../core/index.js'

/** Files by id, or all that match a query, beyond those that are loaded. */
export type FileSelection =
  | { readonly kind: 'ids'; readonly ids: ReadonlySet<string> }
  | {
      readonly kind: 'all'
      readonly query: FileListQuery
      /** Ids that were taken out again. */
      readonly except: ReadonlySet<string>
    }

export type SelectionMode = 'none' | 'single' | 'multiple'

export const noSelection: FileSelection = { kind: 'ids', ids: new Set() }

export function isSelected(selection: FileSelection, id: string): boolean {
  return selection.kind === 'ids' ? selection.ids.has(id) : !selection.except.has(id)
}

/** Nothing is selected, as far as can be told without asking the backend. */
export function isEmptySelection(selection: FileSelection): boolean {
  return selection.kind === 'ids' && selection.ids.size === 0
}
