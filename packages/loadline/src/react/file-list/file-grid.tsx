'use client'

import type { ReactNode } from 'react'
import type { FileSort, FileSortKey } from '../../core/index.js'
import { effectiveFileQuery } from '../../query/index.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { useSlots, type Slot } from '../slots/slots.js'
import { FileGridRow } from './file-grid-row.js'
import type { FilesResult } from './use-files.js'
import { useNow } from './use-now.js'
import { useRovingRows } from './use-roving-rows.js'

interface FileGridProps {
  readonly list: FilesResult
  /** Default: "Files". */
  readonly label: string | undefined
  readonly sort: FileSort | undefined
  readonly hasHead: boolean
}

/** Rows as a grid: one stop in the tab order, arrows move. */
export function FileGrid({ list, label, sort, hasHead }: FileGridProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { rows, total, status } = list
  const { activeId, handlers } = useRovingRows(rows)
  const now = useNow()
  return (
    <div
      {...slot('grid')}
      {...handlers}
      role="grid"
      aria-label={label ?? messages.files}
      aria-rowcount={total === null && status === 'success' ? -1 : (total ?? rows.length) + 1}
      aria-busy={status === 'pending' || undefined}
    >
      <GridHead sort={sort} isShown={hasHead} />
      {rows.length > 0 && (
        <div role="rowgroup">
          {rows.map((row, index) => (
            <FileGridRow
              key={row.id}
              row={row}
              rowIndex={index + 2}
              isActive={row.id === activeId}
              now={now}
            />
          ))}
        </div>
      )}
    </div>
  )
}

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
  readonly sort: FileSort | undefined
  readonly isShown: boolean
}

function GridHead({ sort, isShown }: GridHeadProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { adapter } = useProvider()
  const applied = effectiveFileQuery(adapter, { sort }).sort
  return (
    <div role="rowgroup">
      <div {...slot(isShown ? 'head' : 'spoken')} role="row" aria-rowindex={1}>
        {columns.map((column) => {
          const isSorted = column.sortKey !== undefined && applied?.key === column.sortKey
          const direction = applied?.direction === 'asc' ? 'ascending' : 'descending'
          return (
            <div
              key={column.slot}
              {...slot(column.slot)}
              role="columnheader"
              aria-sort={isSorted ? direction : undefined}
            >
              <span {...slot(column.label === 'columnActions' ? 'spoken' : 'head-label')}>
                {messages[column.label]}
              </span>
              {isSorted && <Icon name={direction} size={13} />}
            </div>
          )
        })}
      </div>
    </div>
  )
}
