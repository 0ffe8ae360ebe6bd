'use client'

import { useCallback, useEffect, useRef, type ReactNode, type RefObject } from 'react'
import type { FileListQuery } from '../../core/index.js'
import type { ListActions } from '../file-actions/use-list-actions.js'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import { useItemWindow } from '../hooks/use-item-window.js'
import { useNewest } from '../hooks/use-newest.js'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'
import { actByKey } from './act-by-key.js'
import { FileGridRow } from './file-grid-row.js'
import { GridHead } from './grid-head.js'
import type { FileRow } from './merge-rows.js'
import { selectableId } from './row-facts.js'
import type { FilesResult } from './use-files.js'
import { useGridKeys } from './use-grid-keys.js'
import { useGridPointer } from './use-grid-pointer.js'
import { useNow } from './use-now.js'
import { useRowMenu } from './use-row-menu.js'
import { useRovingRows, type RovingRows } from './use-roving-rows.js'
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
}

/** Rows as a grid: one stop in the tab order, arrows move. */
export function FileGrid(props: FileGridProps): ReactNode {
  const { list, space, scroller, selection, label, hasHead, doing, query, onQuery } = props
  const slot = useSlots()
  const messages = useMessages()
  const grid = useRef<HTMLDivElement>(null)
  const { total, status, isPrevious } = list
  const { rows, count } = space
  const roving = useRovingRows(grid, space)
  const menu = useRowMenu({ rows, selection, actions: doing.actions })
  const onKeyDown = useGridKeys({
    ...{ space, roving, selection, perLine: 1 },
    onKey: (event, row) => actByKey(event, row, { doing, menu, rows, selection }),
  })
  const pointer = useGridPointer({ rows, selection, onOpen: doing.open, onMenu: menu.open })
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- Its rows do. */}
      <div
        {...slot('grid')}
        {...pointer}
        ref={grid}
        role="grid"
        aria-label={label ?? messages.files}
        aria-rowcount={total === null && status === 'success' ? -1 : (total ?? count) + 1}
        aria-busy={status === 'pending' || isPrevious || undefined}
        aria-multiselectable={selection.selectionMode === 'multiple' || undefined}
        onFocus={roving.onFocus}
        onKeyDown={onKeyDown}
      >
        <GridHead {...{ query, onQuery, selection }} isShown={hasHead} hasRows={rows.length > 0} />
        {rows.length > 0 && (
          <GridRows {...{ space, scroller, selection, doing, roving }} search={query.search} />
        )}
      </div>
      {menu.element}
    </>
  )
}

interface GridRowsProps extends Pick<FileGridProps, 'space' | 'scroller' | 'selection' | 'doing'> {
  readonly roving: RovingRows
  readonly search: string | undefined
}

function GridRows(props: GridRowsProps): ReactNode {
  const { space, scroller, selection, doing, roving, search } = props
  const endRename = useNewest(doing.endRename)
  const onRename = useCallback(
    (row: FileRow, name: string) => endRename.current(row, name),
    [endRename],
  )
  const now = useNow()
  const { items, height, measure } = useItemWindow({
    ...{ scroller, keyAt, rowSelector: '[data-row]', count: space.count },
    pinned: roving.activeIndex,
  })
  const inView = items.filter(({ index }) => index !== roving.activeIndex)
  const [first, last] = [inView[0]?.index ?? 0, inView.at(-1)?.index ?? 0]
  useEffect(() => {
    space.see(first, last)
    space.see(roving.activeIndex, roving.activeIndex)
  })
  const { selectionMode } = selection
  const hasMenu = doing.actions.length > 0
  return (
    <div
      role="rowgroup"
      data-virtual={height === undefined ? undefined : ''}
      style={height === undefined ? undefined : { blockSize: height }}
    >
      {items.map(({ index, start }) => {
        const row = space.at(index)
        const id = row && selectableId(row)
        return (
          <FileGridRow
            key={index < space.nearCount ? space.idAt(index) : index}
            {...{ row, index, start, measure, selectionMode, hasMenu, onRename, now, search }}
            isActive={index === roving.activeIndex}
            isSelected={id !== null && selection.isSelected(id)}
            isRenaming={row !== null && row.id === doing.renamingId}
          />
        )
      })}
    </div>
  )
}

/** All rows are equally high. */
const keyAt = (index: number): number => index
