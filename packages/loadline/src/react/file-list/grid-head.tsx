'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import type { FileListQuery, FileSort, FileSortKey } from '../../core/index.js'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import { knownColumns, slotOf } from '../file-columns/column-slots.js'
import { columnId, type ListColumn } from '../file-columns/file-column.js'
import { effectiveFileQuery } from '../../query/index.js'
import type { Messages } from '../messages/messages.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { useSlots, type Slot } from '../slots/slots.js'

interface GridHeadProps {
  readonly query: FileListQuery
  /** `null`: the order is the application's. */
  readonly onQuery: ((query: FileListQuery) => void) | null
  readonly selection: FileSelectionResult
  readonly columns: readonly ListColumn[]
  readonly isShown: boolean
  /** Without rows its controls are stops of the tab key. */
  readonly hasRows: boolean
}

export function GridHead(props: GridHeadProps): ReactNode {
  const { query, onQuery, selection, columns, isShown, hasRows } = props
  const slot = useSlots()
  const messages = useMessages()
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
        {headsOf(columns, messages).map((head) => {
          const { sortKey } = head
          const canSort =
            isShown && sortKey !== undefined && adapter.features.sortKeys.includes(sortKey)
          const onSort = (next: FileSort): void => onQuery?.({ ...query, sort: next })
          return (
            <HeadCell
              key={head.id}
              {...{ head, sort, tabIndex }}
              onSort={canSort && onQuery !== null ? onSort : null}
            />
          )
        })}
      </div>
    </div>
  )
}

interface ColumnHead {
  readonly id: string
  readonly slot: Slot
  readonly words: ReactNode
  readonly sortKey: FileSortKey | undefined
  /** There is room for its words. */
  readonly isSeen: boolean
}

function headsOf(columns: readonly ListColumn[], messages: Messages): readonly ColumnHead[] {
  const { columnName, columnActions } = messages
  return [
    { id: 'name', slot: 'name-cell', words: columnName, sortKey: 'name', isSeen: true },
    ...columns.map((column) => ({
      id: columnId(column),
      slot: slotOf(column),
      isSeen: column !== 'visibility',
      ...(typeof column === 'string'
        ? { words: messages[knownColumns[column].label], sortKey: knownColumns[column].sortKey }
        : { words: column.header, sortKey: column.sortKey }),
    })),
    {
      ...{ id: 'actions', slot: 'actions-cell', words: columnActions },
      ...{ sortKey: undefined, isSeen: false },
    },
  ]
}

interface HeadCellProps {
  readonly head: ColumnHead
  readonly sort: FileSort | undefined
  readonly tabIndex: number
  readonly onSort: ((sort: FileSort) => void) | null
}

function HeadCell({ head, sort, tabIndex, onSort }: HeadCellProps): ReactNode {
  const slot = useSlots()
  const { sortKey: key, isSeen } = head
  const isSorted = key !== undefined && sort?.key === key
  const direction = sort?.direction === 'asc' ? 'ascending' : 'descending'
  const words = (
    <>
      <span {...slot(isSeen ? 'head-label' : 'spoken')}>{head.words}</span>
      {isSorted && <Icon name={direction} size={13} />}
    </>
  )
  return (
    <div {...slot(head.slot)} role="columnheader" aria-sort={isSorted ? direction : undefined}>
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
  return key === 'size' || key === 'createdAt' || key === 'updatedAt' ? 'desc' : 'asc'
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
