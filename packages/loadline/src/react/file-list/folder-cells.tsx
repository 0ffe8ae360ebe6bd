'use client'

import type { ReactNode } from 'react'
import { columnId, type ListColumn } from '../file-columns/file-column.js'
import { BlankCell } from './blank-cell.js'
import type { FileRow } from './merge-rows.js'
import { FileName } from '../file-name/file-name.js'
import { useMessages } from '../messages/words.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import { Cell } from './cell.js'

interface FolderCellsProps {
  /** What the ids of its cells begin with. */
  readonly id: string
  readonly row: FileRow & { readonly kind: 'folder' }
  readonly columns: readonly ListColumn[]
  readonly tabIndex: number
  readonly hasMenu: boolean
  /** Files have a cell for their checkbox. */
  readonly hasSelect: boolean
}

/** A folder's row: it is opened, and never part of a selection of files. */
export function FolderCells(props: FolderCellsProps): ReactNode {
  const { id, row, columns, tabIndex, hasMenu, hasSelect } = props
  const { folder } = row
  const slot = useSlots()
  const messages = useMessages()
  return (
    <>
      {hasSelect && <Cell slot="select-cell" />}
      <Cell slot="name-cell" id={`${id}name`}>
        <span {...slot('tile')} data-kind="folder" aria-hidden>
          <Icon name="folder" size={16} />
        </span>
        <FileName name={folder.name} />
      </Cell>
      {columns.map((column) =>
        column === 'status' ? (
          <Cell key={column} slot="status-cell" id={`${id}${column}`}>
            <span {...slot('status')}>{messages.folder}</span>
          </Cell>
        ) : (
          <BlankCell key={columnId(column)} {...{ id, column, row }} />
        ),
      )}
      <Cell slot="actions-cell">
        {hasMenu && (
          <span {...slot('actions')}>
            <button
              {...slot('icon-button')}
              type="button"
              data-menu=""
              aria-haspopup="menu"
              tabIndex={tabIndex}
              aria-label={messages.actionOn({ action: messages.moreActions, name: folder.name })}
            >
              <Icon name="more" size={16} />
            </button>
          </span>
        )}
      </Cell>
    </>
  )
}
