'use client'

import { memo, useId, type ReactNode, type RefCallback } from 'react'
import { RenameField } from '../file-actions/rename-field.js'
import type { SelectionMode } from '../file-selection/file-selection.js'
import { FileTile } from '../file-tile/file-tile.js'
import { FileName } from '../file-name/file-name.js'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'
import { Cell } from './cell.js'
import type { FileRow } from './merge-rows.js'
import { StoredCells } from './stored-cells.js'
import { StoredTile } from './stored-tile.js'
import { UploadCells } from './upload-cells.js'

interface FileGridRowProps {
  /** `null`: not loaded. */
  readonly row: FileRow | null
  /** From 0. */
  readonly index: number
  /** Px from the top; `undefined`: in the flow. */
  readonly start: number | undefined
  readonly measure: RefCallback<HTMLElement> | undefined
  /** The tab key comes to this row and its controls. */
  readonly isActive: boolean
  readonly isSelected: boolean
  readonly selectionMode: SelectionMode
  readonly hasMenu: boolean
  /** Its name is a field. */
  readonly isRenaming: boolean
  /** What was searched for. */
  readonly search: string | undefined
  readonly onRename: (row: FileRow, name: string) => void
  /** Epoch ms; `null` before the page is hydrated. */
  readonly now: number | null
}

/** What a row is called by: all but its controls. */
const wordSlots = ['name-cell', 'status-cell', 'size-cell', 'added-cell']

/** One row from upload to stored file: the element stays, only what is in its cells changes. */
export const FileGridRow = memo(function FileGridRow(props: FileGridRowProps): ReactNode {
  const { row, index, start, measure, isActive, isSelected, selectionMode } = props
  const slot = useSlots()
  const id = useId()
  const canSelect = selectionMode !== 'none' && row?.kind === 'stored'
  return (
    <div
      {...slot('row')}
      ref={measure}
      role="row"
      data-row={row?.id ?? `#${String(index)}`}
      data-index={index}
      data-status={statusOf(row)}
      data-selected={isSelected || undefined}
      aria-busy={row === null || undefined}
      aria-labelledby={row === null ? undefined : wordSlots.map((one) => id + one).join(' ')}
      aria-rowindex={index + 2}
      aria-selected={canSelect ? isSelected : undefined}
      tabIndex={isActive ? 0 : -1}
      style={start === undefined ? undefined : { transform: `translateY(${String(start)}px)` }}
    >
      {row === null ? <LoadingCells /> : <RowCells {...props} row={row} id={id} />}
    </div>
  )
}, isSameRow)

function statusOf(row: FileRow | null): string | undefined {
  if (row === null) return undefined
  return row.kind === 'stored' ? row.file.status.replace('_', '-') : row.task.status
}

interface RowCellsProps extends FileGridRowProps {
  readonly row: FileRow
  readonly id: string
}

function RowCells(props: RowCellsProps): ReactNode {
  const { row, id, isActive, isSelected, selectionMode, hasMenu, isRenaming, now, search } = props
  const { name, contentType } = row.kind === 'stored' ? row.file : row.task
  const tabIndex = isActive ? 0 : -1
  return (
    <>
      {selectionMode === 'multiple' && (
        <Cell slot="select-cell">
          {row.kind === 'stored' && <RowCheckbox name={name} isSelected={isSelected} />}
        </Cell>
      )}
      <Cell slot="name-cell" id={`${id}name-cell`}>
        {row.kind === 'stored' ? (
          <StoredTile file={row.file} />
        ) : (
          <FileTile name={name} contentType={contentType} />
        )}
        {isRenaming ? (
          <RenameField name={name} onDone={(next) => props.onRename(row, next)} />
        ) : (
          <FileName name={name} search={search} />
        )}
      </Cell>
      {row.kind === 'stored' ? (
        <StoredCells {...{ id, tabIndex, now, hasMenu }} file={row.file} />
      ) : (
        <UploadCells id={id} task={row.task} tabIndex={tabIndex} />
      )}
    </>
  )
}

function LoadingCells(): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  return (
    <div {...slot('loading-cell')} role="gridcell">
      <span {...slot('spoken')}>{messages.loadingFiles}</span>
      <span {...slot('skeleton-tile')} />
      <span {...slot('skeleton-bar')} />
    </div>
  )
}

interface RowCheckboxProps {
  readonly name: string
  readonly isSelected: boolean
}

/** The grid around it hears of the click. */
function RowCheckbox({ name, isSelected }: RowCheckboxProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  return (
    <input
      {...slot('checkbox')}

      type="checkbox"
      tabIndex={-1}
      checked={isSelected}
      readOnly
      aria-label={messages.actionOn({ action: messages.select, name })}
    />
  )
}

/** Rows are made anew whenever one of them changes. */
function isSameRow(one: FileGridRowProps, other: FileGridRowProps): boolean {
  const { row: oneRow, ...oneRest } = one
  const { row: otherRow, ...otherRest } = other
  const keys = Object.keys(oneRest) as (keyof typeof oneRest)[]
  if (keys.some((key) => oneRest[key] !== otherRest[key])) return false
  if (oneRow === null || otherRow === null) return oneRow === otherRow
  if (oneRow.kind === 'stored') {
    return otherRow.kind === 'stored' && oneRow.file === otherRow.file
  }
  return otherRow.kind === 'upload' && oneRow.task === otherRow.task
}
