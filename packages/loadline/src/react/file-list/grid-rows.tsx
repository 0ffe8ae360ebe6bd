'use client'

import { useCallback, useEffect, type CSSProperties, type ReactNode, type RefObject } from 'react'
import type { ListActions } from '../file-actions/use-list-actions.js'
import type { ListColumn } from '../file-columns/file-column.js'
import type { ListFolders } from '../file-folders/use-list-folders.js'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import { mostPlainItems, useItemWindow } from '../hooks/use-item-window.js'
import { useNewest } from '../hooks/use-newest.js'
import type { KeptPlace } from '../list-view/kept-place.js'
import { useKeptPlace } from '../list-view/use-kept-place.js'
import { FileGridRow, type RowOptions } from './file-grid-row.js'
import type { FileRow } from './merge-rows.js'
import type { RenderFileRow } from './render-file-row.js'
import { selectableId } from './row-facts.js'
import { useNow } from './use-now.js'
import type { RovingRows } from './use-roving-rows.js'
import type { RowSpace } from './use-row-space.js'

/** What both views draw. */
export interface GridRowsProps {
  readonly space: RowSpace
  readonly scroller: RefObject<HTMLElement | null>
  readonly place: KeptPlace
  readonly selection: FileSelectionResult
  readonly doing: ListActions
  readonly folders: ListFolders
  readonly roving: RovingRows
  readonly search: string | undefined
  readonly renderRow: RenderFileRow | undefined
}

/** What each row is given, by its index. */
export function useRowOptions(props: GridRowsProps): (index: number) => RowOptions {
  const { space, selection, doing, folders, roving, search, renderRow } = props
  const endRename = useNewest(doing.endRename)
  const onRename = useCallback(
    (row: FileRow, name: string) => endRename.current(row, name),
    [endRename],
  )
  const now = useNow()
  const { selectionMode } = selection
  return (index) => {
    const row = space.at(index)
    const id = row && selectableId(row)
    return {
      ...{ row, index, selectionMode, onRename, now, search, renderRow },
      hasMenu: row?.kind === 'folder' ? folders.menu !== null : doing.actions.length > 0,
      isActive: index === roving.activeIndex,
      isSelected: id !== null && selection.isSelected(id),
      isRenaming: row !== null && row.id === doing.renamingId,
    }
  }
}

interface TableRowsProps extends GridRowsProps {
  readonly columns: readonly ListColumn[]
}

/** The rows of the table. */
export function GridRows(props: TableRowsProps): ReactNode {
  const { space, scroller, place, roving, columns } = props
  const optionsOf = useRowOptions(props)
  const { items, height, measure } = useItemWindow({
    ...{ scroller, keyAt, rowSelector: '[data-row]', count: space.count, isUniform: true },
    pinned: roving.activeIndex,
  })
  const isOneOfMany = space.count > mostPlainItems
  const isSettled = height !== undefined || items.length === space.count
  useKeptPlace({ place, scroller, perLine: 1, height, lines: space.count, isSettled })
  const inView = items.filter(({ index }) => index !== roving.activeIndex)
  const [first, last] = [inView[0]?.index ?? 0, inView.at(-1)?.index ?? 0]
  useEffect(() => {
    space.see(first, last, roving.activeIndex)
  })
  return (
    <div
      role="rowgroup"
      data-virtual={height === undefined ? undefined : ''}
      style={height === undefined ? roomFor(space.count - items.length) : { blockSize: height }}
    >
      {items.map(({ index, start }, position) => (
        <FileGridRow
          key={keyOf(props, index, position)}
          {...optionsOf(index)}
          {...{ start, measure, columns, isOneOfMany }}
        />
      ))}
    </div>
  )
}

/**
 * A row that is not loaded is the same element wherever it is scrolled to, since nothing of it is seen to change: who
 * drags the scroll bar passes as many of them with each frame as are in view. The one with the focus stays what it is.
 */
function keyOf({ space, roving }: GridRowsProps, index: number, position: number): string | number {
  if (index < space.nearCount) return space.idAt(index)
  return space.at(index) === null && index !== roving.activeIndex ? `#${String(position)}` : index
}

/** Until the height of a row is known, that of the theme is taken: what is scrolled is long from the first look on. */
function roomFor(others: number): CSSProperties | undefined {
  if (others <= 0) return undefined
  return { paddingBlockEnd: `calc(var(--ll-row) * ${String(others)})` }
}

/** All rows are equally high. */
const keyAt = (index: number): number => index
