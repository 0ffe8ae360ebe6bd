'use client'

import { useRef } from 'react'
import type { ListActions } from '../file-actions/use-list-actions.js'
import type { ListFolders } from '../file-folders/use-list-folders.js'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import { actByKey } from './act-by-key.js'
import { useGridKeys } from './use-grid-keys.js'
import { useGridPointer } from './use-grid-pointer.js'
import { useRovingRows, type RovingRows } from './use-roving-rows.js'
import { useRowMenu } from './use-row-menu.js'
import type { RowSpace } from './use-row-space.js'

interface GridInputOptions {
  readonly space: RowSpace
  readonly selection: FileSelectionResult
  readonly doing: ListActions
  readonly folders: ListFolders
  readonly startId: string | null
  readonly perLine: number
  readonly hasTiles: boolean
}

/** All that keys, mouse and fingers do to the rows of a grid. */
export function useGridInput(options: GridInputOptions) {
  const grid = useRef<HTMLDivElement>(null)
  const { space, selection, folders, startId, perLine, hasTiles } = options
  const { rows } = space
  const roving: RovingRows = useRovingRows(grid, space, startId)
  const doing: ListActions = {
    ...options.doing,
    open: (row) => (row.kind === 'folder' ? folders.open(row.folder) : options.doing.open(row)),
  }
  const menu = useRowMenu({ ...doing, rows, selection, folders })
  const onKeyDown = useGridKeys({
    ...{ space, roving, selection, perLine, hasTiles },
    onKey: (event, row) => actByKey(event, row, { doing, folders, menu, rows, selection }),
  })
  const pointer = useGridPointer({ rows, selection, onOpen: doing.open, onMenu: menu.open })
  return {
    roving,
    /** For the element around the rows. */
    handlers: { ref: grid, ...pointer, onFocus: roving.onFocus, onKeyDown },
    menu: menu.element,
  }
}
