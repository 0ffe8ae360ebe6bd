'use client'

import { useEffect, useState } from 'react'
import type { ListColumn } from '../file-columns/file-column.js'
import { useFileColumns } from '../file-columns/use-file-columns.js'
import type { FileRow } from '../file-list/merge-rows.js'
import type { RenderFileRow } from '../file-list/render-file-row.js'
import type * as TilesModule from '../grid-view/tile-lines.js'
import { useControlled } from '../hooks/use-controlled.js'
import { useLazyModule } from '../hooks/use-lazy-module.js'
import { Thumbnails } from '../thumbnails/thumbnails.js'
import type { FileView, ListViewProps } from './list-view.js'

export interface ListView {
  readonly view: FileView
  /** `null`: the application alone decides. */
  readonly onView: ((view: FileView) => void) | null
  /** What draws the grid; `null`: the table is drawn, also while the other is on its way. */
  readonly tiles: typeof TilesModule | null
  /** The grid is on its way, and nothing was drawn before it. */
  readonly isLoading: boolean
  readonly columns: readonly ListColumn[]
  readonly renderRow: RenderFileRow | undefined
  readonly thumbnails: Thumbnails
}

const loadTiles = () => import('../grid-view/tile-lines.js')

export function useListView(props: ListViewProps, rows: readonly FileRow[]): ListView {
  const { view: given, defaultView = 'table', onViewChange } = props
  const [view, change] = useControlled(given, () => defaultView, onViewChange)
  const isFixed = given !== undefined && onViewChange === undefined
  const isGrid = view === 'grid'
  const [first] = useState(view)
  const [hasFailed, setFailed] = useState(false)
  const tiles = useLazyModule(loadTiles, isGrid, { onFail: () => setFailed(true) })
  return {
    view,
    onView: isFixed ? null : (next) => change(next, { reason: 'toggle' }),
    tiles: isGrid ? tiles : null,
    isLoading: isGrid && tiles === null && first === 'grid' && !hasFailed,
    columns: useFileColumns(props.columns, rows),
    renderRow: props.renderRow,
    thumbnails: useThumbnails(),
  }
}

function useThumbnails(): Thumbnails {
  const [thumbnails] = useState(() => new Thumbnails())
  useEffect(() => () => thumbnails.clear(), [thumbnails])
  return thumbnails
}
