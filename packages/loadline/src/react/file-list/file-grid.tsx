'use client'

import { useState, type ReactNode, type RefObject } from 'react'
import type { FileListQuery } from '../../core/index.js'
import type { ListActions } from '../file-actions/use-list-actions.js'
import { columnTracks } from '../file-columns/column-tracks.js'
import type { ListFolders } from '../file-folders/use-list-folders.js'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import { KeptPlace } from '../list-view/kept-place.js'
import type { ListView } from '../list-view/use-list-view.js'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'
import { GridHead } from './grid-head.js'
import { GridRows } from './grid-rows.js'
import type { FilesResult } from './use-files.js'
import { useGridInput } from './use-grid-input.js'
import { useListTop } from './use-list-top.js'
import type { RowSpace } from './use-row-space.js'

interface FileGridProps {
  readonly list: FilesResult
  readonly space: RowSpace
  readonly scroller: RefObject<HTMLElement | null>
  readonly selection: FileSelectionResult
  /** Default: "Files". */
  readonly label: string | undefined
  readonly query: FileListQuery
  readonly onQuery: ((query: FileListQuery) => void) | null
  readonly hasHead: boolean
  readonly doing: ListActions
  readonly folders: ListFolders
  /** The row that the tab key comes to first; `null`: the first one. */
  readonly startId: string | null
  readonly viewing: ListView
}

/** Rows as a grid, a line each or many in a line: one stop in the tab order, arrows move. */
export function FileGrid(props: FileGridProps): ReactNode {
  const { list, space, scroller, selection, label, hasHead, doing, folders, query, onQuery } = props
  const { tiles, columns, renderRow, isLoading } = props.viewing
  const slot = useSlots()
  const messages = useMessages()
  const [place] = useState(() => new KeptPlace())
  const [measured, setMeasured] = useState(0)
  const hasTiles = tiles !== null
  const perLine = hasTiles ? Math.max(1, measured) : 1
  const hasRows = space.rows.length > 0
  const input = { space, selection, doing, folders, perLine, hasTiles, startId: props.startId }
  const { roving, handlers, menu } = useGridInput(input)
  useListTop({ query, isPrevious: list.isPrevious, scroller, place, roving })
  const shared = { space, scroller, place, selection, doing, folders, roving, renderRow }
  const given = { ...shared, search: query.search }
  const isBusy = list.status === 'pending' || list.isPrevious || isLoading
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- Its rows do. */}
      <div
        {...slot('grid')}
        {...handlers}
        role="grid"
        style={hasTiles ? undefined : columnTracks(columns)}
        aria-label={label ?? messages.files}
        aria-rowcount={rowCount(list, space, hasTiles ? perLine : null)}
        aria-colcount={hasTiles ? perLine : undefined}
        aria-busy={isBusy || undefined}
        aria-multiselectable={selection.selectionMode === 'multiple' || undefined}
      >
        {/* A grid without rows is none. */}
        {!(hasTiles && hasRows) && (
          <GridHead
            {...{ query, onQuery, selection, columns, hasRows }}
            isShown={hasHead && !hasTiles && !isLoading}
          />
        )}
        {hasRows && !hasTiles && !isLoading && <GridRows {...given} columns={columns} />}
        {hasRows && hasTiles && (
          <tiles.TileLines
            {...{ ...given, perLine }}
            isMeasured={measured > 0}
            onPerLine={setMeasured}
          />
        )}
      </div>
      {menu}
    </>
  )
}

/** Lines in all, the head of a table among them; -1: nobody knows. */
function rowCount(
  { total, folderCount, status }: FilesResult,
  { count }: RowSpace,
  perLine: number | null,
): number {
  if (total === null && status === 'success') return -1
  const all = total === null ? count : total + folderCount
  return perLine === null ? all + 1 : Math.ceil(all / perLine)
}
