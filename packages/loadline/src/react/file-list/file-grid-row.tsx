'use client'

import { memo, useId, type ReactNode, type RefCallback } from 'react'
import { RenameField, type RenameOutcome } from '../file-actions/rename-field.js'
import { columnId, type ListColumn } from '../file-columns/file-column.js'
import type { SelectionMode } from '../file-selection/file-selection.js'
import { FileName } from '../file-name/file-name.js'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'
import { Cell } from './cell.js'
import { FolderCells } from './folder-cells.js'
import type { FileRow } from './merge-rows.js'
import type { FileRowProps, RenderFileRow } from './render-file-row.js'
import { RowCheckbox } from './row-checkbox.js'
import { nameOfRow } from './row-facts.js'
import { StoredCells } from './stored-cells.js'
import { StoredTile } from './stored-tile.js'
import { UploadCellsPlace } from './upload-cells-place.js'
import { UploadTile } from './upload-tile.js'

/** What a row of the table and a tile of the grid get alike. */
export interface RowOptions {
  /** `null`: not loaded. */
  readonly row: FileRow | null
  /** From 0. */
  readonly index: number
  /** The tab key comes to this row and its controls. */
  readonly isActive: boolean
  readonly isSelected: boolean
  readonly selectionMode: SelectionMode
  readonly hasMenu: boolean
  /** Its name is a field. */
  readonly isRenaming: boolean
  /** What was searched for. */
  readonly search: string | undefined
  readonly onRename: (row: FileRow, name: string) => RenameOutcome
  /** Epoch ms; `null` before the page is hydrated. */
  readonly now: number | null
  readonly renderRow: RenderFileRow | undefined
}

export interface FileGridRowProps extends RowOptions {
  /** Px from the top; `undefined`: in the flow. */
  readonly start: number | undefined
  readonly measure: RefCallback<HTMLElement> | undefined
  readonly columns: readonly ListColumn[]
  /** Only those of its list that are in view are drawn. */
  readonly isOneOfMany: boolean
}

const noRef = (): void => undefined

/** What the elements of rows and tiles carry alike. */
export function rowAttributes({ row, index, isActive, isSelected, selectionMode }: RowOptions) {
  return {
    'data-row': row?.id ?? `#${String(index)}`,
    'data-index': index,
    'data-status': statusOf(row),
    'data-selected': isSelected || undefined,
    'aria-selected': selectionMode !== 'none' && row?.kind === 'stored' ? isSelected : undefined,
    tabIndex: isActive ? 0 : -1,
    ref: noRef as RefCallback<HTMLElement>,
  } as const
}

function statusOf(row: FileRow | null): string | undefined {
  if (row === null || row.kind === 'folder') return undefined
  return row.kind === 'stored' ? row.file.status.replace('_', '-') : row.task.status
}

/** One row from upload to stored file: the element stays, only what is in its cells changes. */
export const FileGridRow = memo(function FileGridRow(props: FileGridRowProps): ReactNode {
  const { row, index, start, measure, columns, renderRow } = props
  const slot = useSlots()
  const id = useId()
  // What a row is called by: all but its controls.
  const words = ['name', ...columns.map(columnId)].map((one) => `${id}${one}`)
  const attributes: Omit<FileRowProps, 'children'> = {
    ...slot('row'),
    ...rowAttributes(props),
    ref: measure ?? noRef,
    role: 'row',
    'aria-labelledby': row === null ? undefined : words.join(' '),
    'aria-rowindex': index + 2,
    'aria-colindex': undefined,
    style: start === undefined ? undefined : { transform: `translateY(${String(start)}px)` },
  }
  if (row === null) {
    return (
      <div {...attributes} aria-busy>
        <LoadingCells />
      </div>
    )
  }
  const children = <RowCells {...props} row={row} id={id} />
  return renderRow === undefined ? (
    <div {...attributes}>{children}</div>
  ) : (
    renderRow({ ...attributes, children }, row)
  )
}, isSameRow)

interface RowCellsProps extends FileGridRowProps {
  readonly row: FileRow
  readonly id: string
}

function RowCells(props: RowCellsProps): ReactNode {
  const { row, id, isActive, isSelected, selectionMode, hasMenu, now, columns } = props
  const { isOneOfMany } = props
  const tabIndex = isActive ? 0 : -1
  const hasSelect = selectionMode === 'multiple'
  if (row.kind === 'folder') {
    return <FolderCells {...{ id, row, columns, tabIndex, hasMenu, hasSelect }} />
  }
  return (
    <>
      {hasSelect && (
        <Cell slot="select-cell">
          {row.kind === 'stored' && <RowCheckbox name={row.file.name} isSelected={isSelected} />}
        </Cell>
      )}
      <Cell slot="name-cell" id={`${id}name`}>
        {row.kind === 'stored' ? <StoredTile row={row} /> : <UploadTile row={row} />}
        <RowName {...props} row={row} />
      </Cell>
      {row.kind === 'stored' ? (
        <StoredCells {...{ id, row, columns, tabIndex, now, hasMenu, isOneOfMany }} />
      ) : (
        <UploadCellsPlace {...{ id, row, columns, tabIndex }} />
      )}
    </>
  )
}

type RowNameProps = Pick<RowOptions, 'isRenaming' | 'search' | 'onRename'> & {
  readonly row: FileRow
}

/** A row's name, or the field that it is changed in. */
export function RowName({ row, isRenaming, search, onRename }: RowNameProps): ReactNode {
  const name = nameOfRow(row)
  if (isRenaming) return <RenameField name={name} onDone={(next) => onRename(row, next)} />
  return <FileName name={name} search={search} />
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

/** Rows are made anew whenever one of them changes. */
export function isSameRow<Props extends RowOptions>(one: Props, other: Props): boolean {
  const { row: oneRow, ...oneRest } = one
  const { row: otherRow, ...otherRest } = other
  const keys = Object.keys(oneRest) as (keyof typeof oneRest)[]
  if (keys.some((key) => oneRest[key] !== otherRest[key])) return false
  if (oneRow === null || otherRow === null) return oneRow === otherRow
  return contentOf(oneRow) === contentOf(otherRow)
}

function contentOf(row: FileRow): object {
  if (row.kind === 'stored') return row.file
  return row.kind === 'upload' ? row.task : row.folder
}
