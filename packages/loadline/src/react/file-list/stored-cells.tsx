'use client'

import type { ReactNode } from 'react'
import type { StoredFile } from '../../core/index.js'
import { slotOf } from '../file-columns/column-slots.js'
import { columnId, type FileColumnKey, type ListColumn } from '../file-columns/file-column.js'
import { UserSign } from '../file-columns/user-sign.js'
import { VisibilitySign } from '../file-columns/visibility-sign.js'
import { useLate } from '../hooks/use-late.js'
import { useProvider } from '../provider/files-context.js'
import { AddedTime } from './added-time.js'
import { BlankCell } from './blank-cell.js'
import { Cell } from './cell.js'
import { FileStatusSign } from './file-status-sign.js'
import type { FileRow } from './merge-rows.js'
import { StoredActions } from './stored-actions.js'

interface StoredCellsProps {
  /** What the ids of its cells begin with. */
  readonly id: string
  readonly row: FileRow & { readonly kind: 'stored' }
  readonly columns: readonly ListColumn[]
  readonly tabIndex: number
  /** There is more to do with it. */
  readonly hasMenu: boolean
  /** One of so many that only those in view are drawn. */
  readonly isOneOfMany: boolean
  /** Epoch ms; `null` before the page is hydrated. */
  readonly now: number | null
}

/** What a stored file's row says beside its name. */
export function StoredCells(props: StoredCellsProps): ReactNode {
  const { id, row, columns, tabIndex, now, hasMenu, isOneOfMany } = props
  // At rest they are not seen; while many rows fly by nobody comes to them.
  const hasActions = useLate(!isOneOfMany || tabIndex === 0 || now === null)
  return (
    <>
      {columns.map((column) =>
        typeof column === 'string' ? (
          <Cell key={column} slot={slotOf(column)} id={`${id}${column}`}>
            <StoredFact name={column} file={row.file} now={now} />
          </Cell>
        ) : (
          <BlankCell key={columnId(column)} {...{ id, column, row }} />
        ),
      )}
      <Cell slot="actions-cell">
        {hasActions && <StoredActions {...{ tabIndex, hasMenu }} file={row.file} />}
      </Cell>
    </>
  )
}

interface StoredFactProps {
  readonly name: FileColumnKey
  readonly file: StoredFile
  readonly now: number | null
}

function StoredFact({ name, file, now }: StoredFactProps): ReactNode {
  const { format } = useProvider()
  switch (name) {
    case 'status':
      return <FileStatusSign file={file} />
    case 'category':
      return file.category !== null && <bdi>{file.category.name}</bdi>
    case 'visibility':
      return file.visibility !== null && <VisibilitySign visibility={file.visibility} />
    case 'createdBy':
      return file.createdBy !== null && <UserSign user={file.createdBy} />
    case 'size':
      return file.size !== null && <bdi>{format.bytes(file.size)}</bdi>
    case 'createdAt':
      return file.createdAt !== null && <AddedTime at={file.createdAt} now={now} />
  }
}
