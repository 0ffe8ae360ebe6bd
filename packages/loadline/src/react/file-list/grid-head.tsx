'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import type { FileListQuery, FileSort, FileSortKey } from '../../core/index.js'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import { effectiveFileQuery } from '../../query/index.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { useSlots, type Slot } from '../slots/slots.js'

interface Column {
  readonly slot: Slot
  readonly label: 'columnName' | 'columnStatus' | 'columnSize' | 'columnAdded' | 'columnActions'
  readonly sortKey?: FileSortKey
}

const columns: readonly Column[] = [
  { slot: 'name-cell', label: 'columnName', sortKey: 'name' },
  { slot: 'status-cell', label: 'columnStatus', sortKey: 'status' },
  { slot: 'size-cell', label: 'columnSize', sortKey: 'size' },
  { slot: 'added-cell', label: 'columnAdded', sortKey: 'createdAt' },
  { slot: 'actions-cell', label: 'columnActions' },
]

interface GridHeadProps {
  readonly query: FileListQuery
  /** `null`: the order is the application's. */
  readonly onQuery: ((query: FileListQuery) => void) | null
  readonly selection: FileSelectionResult
  readonly isShown: boolean
  /** Without rows its controls are stops of the tab key. */
  readonly hasRows: boolean
}

export function GridHead(props: GridHeadProps): ReactNode {
  const { query, onQuery, selection, isShown, hasRows } = props
  const slot = useSlots()
  const { adapter } = useProvider()
  const sort = effectiveFileQuery(adapter, query).sort
  const tabIndex = hasRows ? -1 : 0
  return (
    <div role="rowgroup">
      <div {...slot(isShown ? 'head' : 'spoken')} role="row" aria-rowindex={1}>
        {selection.selectionMode === 'multiple' && isShown && (
          <div {...slot('select-cell')} role="columnheader">
            <SelectAll selection={selection} tabIndex={tabIndex} />
          </div>
        )}
        {columns.map((column) => {
          const key = column.sortKey
          const canSort = isShown && key !== undefined && adapter.features.sortKeys.includes(key)
          const onSort = (next: FileSort): void => onQuery?.({ ...query, sort: next })
          return (
            <HeadCell
              key={column.slot}
              {...{ column, sort, tabIndex }}
              onSort={canSort && onQuery !== null ? onSort : null}
            />
          )
        })}
      </div>
    </div>
  )
}

interface HeadCellProps {
  readonly column: Column
  readonly sort: FileSort | undefined
  readonly tabIndex: number
  readonly onSort: ((sort: FileSort) => void) | null
}

function HeadCell({ column, sort, tabIndex, onSort }: HeadCellProps): ReactNode {
  const slot = useSlots()
  const label = useMessages()[column.label]
  const key = column.sortKey
  const isSorted = key !== undefined && sort?.key === key
  const direction = sort?.direction === 'asc' ? 'ascending' : 'descending'
  const words = (
    <>
      <span {...slot(column.label === 'columnActions' ? 'spoken' : 'head-label')}>{label}</span>
      {isSorted && <Icon name={direction} size={13} />}
    </>
  )
  return (
    <div {...slot(column.slot)} role="columnheader" aria-sort={isSorted ? direction : undefined}>
      {onSort === null || key === undefined ? (
        words
      ) : (
        <button
          {...slot('sort-button')}
          type="button"
          tabIndex={tabIndex}
          onClick={() => onSort({ key, direction: nextDirection(key, isSorted, direction) })}
        >
          {words}
        </button>
      )}
    </div>
  )
}

/** The newest and the largest are what people look for; names begin with A. */
function nextDirection(
  key: FileSortKey,
  isSorted: boolean,
  direction: 'ascending' | 'descending',
): FileSort['direction'] {
  if (isSorted) return direction === 'ascending' ? 'desc' : 'asc'
  return key === 'size' || key === 'createdAt' ? 'desc' : 'asc'
}

interface SelectAllProps {
  readonly selection: FileSelectionResult
  readonly tabIndex: number
}

function SelectAll({ selection, tabIndex }: SelectAllProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const box = useRef<HTMLInputElement>(null)
  const { extent, isEmpty } = selection
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = !isEmpty && extent !== 'all'
  }, [extent, isEmpty])
  return (
    <input
      {...slot('checkbox')}
      ref={box}
      type="checkbox"
      tabIndex={tabIndex}
      checked={extent === 'all'}
      aria-label={messages.selectAllFiles}
      onChange={() => (extent === 'all' ? selection.clear() : selection.selectAll())}
    />
  )
}
