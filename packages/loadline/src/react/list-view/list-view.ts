import type { ReactNode } from 'react'
import type { ListColumn } from '../file-columns/file-column.js'
import type { RenderFileRow } from '../file-list/render-file-row.js'

export type FileView = 'table' | 'grid'

export interface ViewChangeDetails {
  readonly reason: 'toggle'
}

/** How a list looks. */
export interface ListViewProps {
  /** Controlled; without `onViewChange` nobody can change it, and there is no switch. */
  readonly view?: FileView | undefined
  /** Default `table`. */
  readonly defaultView?: FileView | undefined
  readonly onViewChange?: ((view: FileView, details: ViewChangeDetails) => void) | undefined
  /**
   * Of the table, between the name and the actions. Default: all that one of the loaded files has something for. Those
   * that a narrow list has no room for are left out; the application's own are there from 720 px.
   */
  readonly columns?: readonly ListColumn[] | undefined
  /** Instead of a row of the table or a tile of the grid; it spreads `props`. */
  readonly renderRow?: RenderFileRow | undefined
  /** Instead of "No files yet". */
  readonly renderEmpty?: (() => ReactNode) | undefined
}
