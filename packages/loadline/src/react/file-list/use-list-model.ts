'use client'

import type { RefObject } from 'react'
import { useListActions, type ListActions } from '../file-actions/use-list-actions.js'
import { useListPart } from '../file-actions/use-list-part.js'
import { useListFolders } from '../file-folders/use-list-folders.js'
import { useListPlace } from '../file-folders/use-list-place.js'
import { useFileSelection } from '../file-selection/use-file-selection.js'
import { useLoadAhead } from '../hooks/use-load-ahead.js'
import { useDropArea } from '../list-drop/use-drop-area.js'
import { useListView } from '../list-view/use-list-view.js'
import type { FileListProps } from './file-list-props.js'
import { lookOf } from './look-of.js'
import { useFiles } from './use-files.js'
import { loadUploadCells } from './upload-cells-place.js'
import { useInitialRows } from './use-initial-rows.js'
import { useListQuery } from './use-list-query.js'
import { useRowSpace } from './use-row-space.js'

/** All that a list knows and can do; `panel` is the element around it. */
export function useListModel(props: FileListProps, panel: RefObject<HTMLElement | null>) {
  const { pageSize, initialRows = 20, showUploads, scope, acceptDrops = true } = props
  const { onFileOpen, actions: customize, selectionMode, defaultSelection } = props
  const { query, onQuery } = useListQuery(props)
  const place = useListPlace({ ...props, query, onQuery })
  const { query: asked, showFolders } = place
  const list = useFiles({ query: asked, pageSize, showUploads, showFolders, scope })
  const space = useInitialRows(useRowSpace({ list, query: asked, pageSize }), initialRows)
  const { rows } = space
  const viewing = useListView(props, rows)
  const { selection: held, onSelectionChange } = props
  const selection = useFileSelection({
    ...{ rows, query: asked, total: list.storedTotal, selectionMode },
    ...{ selection: held, defaultSelection, onSelectionChange },
  })
  const acting = useListActions({ list, rows, selection, root: panel, onFileOpen, customize })
  const { moveTo } = acting
  const doing: ListActions = {
    ...acting,
    moveTo: moveTo && ((target, id) => moveTo(target, id, selection.forgetMoved)),
  }
  useLoadAhead(loadUploadCells, showUploads !== false && rows.length > 0)
  const hasUploads = rows.some(({ kind }) => kind === 'upload')
  useListPart(loadUploadCells, hasUploads, doing)
  const folders = useListFolders({ place, list, selection, doing, panel })
  const drop = useDropArea({ acceptDrops, panel, place, scope })
  const look = lookOf(list, query)
  return { query, onQuery, place, list, space, viewing, selection, doing, folders, drop, look }
}
