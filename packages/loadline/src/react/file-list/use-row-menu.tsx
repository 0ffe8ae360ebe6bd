'use client'

import { useRef, useState, type ReactNode } from 'react'
import {
  availableActions,
  type ActionTarget,
  type FileAction,
} from '../file-actions/file-action.js'
import { useListPart } from '../file-actions/use-list-part.js'
import type { ListFolders } from '../file-folders/use-list-folders.js'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import { useLoadAhead } from '../hooks/use-load-ahead.js'
import type { Point } from '../menu/place-beside.js'
import { useMessages } from '../messages/words.js'
import type { FileRow } from './merge-rows.js'
import { nameOfRow, selectableId, selectedRows } from './row-facts.js'

export interface RowMenu {
  /** Beside the button, or at the place. */
  readonly open: (row: FileRow, anchor: HTMLElement, at?: Point) => void
  readonly element: ReactNode
}

interface RowMenuOptions {
  readonly rows: readonly FileRow[]
  readonly selection: FileSelectionResult
  readonly actions: readonly FileAction[]
  readonly folders: ListFolders
  readonly announce: (text: string) => void
}

interface OpenMenu {
  readonly row: FileRow
  readonly target: ActionTarget
  readonly at: Point | undefined
}

const loadMenu = () => import('../menu/menu.js')

const keys: Readonly<Record<string, string>> = { rename: 'F2', delete: 'Delete' }

/** The menu of a row, or of the whole selection when the row is part of it. */
export function useRowMenu(options: RowMenuOptions): RowMenu {
  const { rows, selection, actions, folders } = options
  const messages = useMessages()
  const anchor = useRef<HTMLElement | null>(null)
  const [open, setOpen] = useState<OpenMenu | null>(null)
  useLoadAhead(loadMenu, rows.length > 0)
  const part = useListPart(loadMenu, open !== null, options, () => setOpen(null))
  return {
    open: (row, element, at) => {
      if (row.kind === 'folder') return folders.menu?.(row.folder, element, at)
      const target = targetAt(row, rows, selection)
      if (row.kind !== 'stored' || availableActions(actions, target).length === 0) return
      anchor.current = element
      setOpen({ row, target, at })
    },
    element: open !== null && part !== null && (
      <part.Menu
        label={messages.actionOn({ action: messages.moreActions, name: nameOfRow(open.row) })}
        anchor={anchor}
        at={open.at}
        onClose={() => setOpen(null)}
        items={availableActions(actions, open.target).map((action) => ({
          ...action,
          keys: keys[action.id],
          onAction: () => action.onAction(open.target.rows, open.target),
        }))}
      />
    ),
  }
}

/** What is meant by a key or a menu on a row. */
export function targetAt(
  row: FileRow,
  rows: readonly FileRow[],
  selection: FileSelectionResult,
): ActionTarget {
  const id = selectableId(row)
  if (id !== null && selection.isSelected(id)) {
    return { rows: selectedRows(rows, selection), selection: selection.selection }
  }
  return { rows: [row], selection: { kind: 'ids', ids: new Set(id === null ? [] : [id]) } }
}
