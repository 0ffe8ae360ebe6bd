'use client'

import { useEffect, useMemo, useRef } from 'react'
import type { FileListQuery, StoredFile } from '../../core/index.js'
import type { FileRow } from '../file-list/merge-rows.js'
import { hasSearch } from '../file-list/is-narrowed.js'
import { useControlled } from '../hooks/use-controlled.js'
import { useProvider } from '../provider/files-context.js'
import {
  isEmptySelection,
  isSelected,
  noSelection,
  type FileSelection,
  type SelectionMode,
} from './file-selection.js'
import { placeKey } from './place-key.js'
import type { SelectionEvent } from './reduce-selection.js'
import { useSelectionGestures, type SelectionGestures } from './use-selection-gestures.js'

export interface SelectionChangeDetails {
  /** `query`: the list shows other files now. `forget`: what was selected is gone. */
  readonly reason: SelectionEvent['type'] | 'query'
}

export interface FileSelectionOptions {
  /** Those of `useFiles`. Only stored files can be selected. */
  readonly rows: readonly FileRow[]
  /** What the rows answer. Another one ends a selection, unless only the sort differs. */
  readonly query?: FileListQuery | undefined
  /** Stored files that match in all; `null`: not known. */
  readonly total?: number | null | undefined
  /** Default `multiple`. */
  readonly selectionMode?: SelectionMode | undefined
  /** Controlled. */
  readonly selection?: FileSelection | undefined
  readonly defaultSelection?: FileSelection | undefined
  readonly onSelectionChange?:
    | ((selection: FileSelection, details: SelectionChangeDetails) => void)
    | undefined
}

export interface FileSelectionResult extends SelectionGestures {
  readonly selection: FileSelection
  readonly selectionMode: SelectionMode
  /** `null` where all that match are selected and nobody knows how many these are. */
  readonly count: number | null
  /** Bytes of all selected files; `null` unless each is loaded and its size known. */
  readonly selectedBytes: number | null
  readonly isEmpty: boolean
  /** Of the files that are loaded. */
  readonly extent: 'none' | 'some' | 'all'
  /** The selected ones among those that are loaded. */
  readonly selectedFiles: readonly StoredFile[]
  readonly isSelected: (id: string) => boolean
}

const emptyQuery: FileListQuery = {}

/** Which files of a list are selected. It renders nothing and listens to nothing. */
export function useFileSelection(options: FileSelectionOptions): FileSelectionResult {
  const { rows, query = emptyQuery, total = null, selectionMode = 'multiple' } = options
  const [selection, change] = useControlled(
    options.selection,
    () => options.defaultSelection ?? noSelection,
    options.onSelectionChange,
  )
  const { adapter } = useProvider()
  const isSearchedHere = adapter.features.search !== 'server' && hasSearch(query)
  const files = useMemo(
    () => rows.flatMap((row) => (row.kind === 'stored' ? [row.file] : [])),
    [rows],
  )
  const { end, ...gestures } = useSelectionGestures({
    ...{ selection, change, files, query, mode: selectionMode, isSearchedHere },
  })
  useEndWithQuery(query, end)
  const selectedFiles = useMemo(
    () => files.filter(({ id }) => isSelected(selection, id)),
    [files, selection],
  )
  const count = countOf(selection, total)
  return {
    selection,
    selectionMode,
    count,
    selectedBytes: selectedFiles.length === count ? bytesOf(selectedFiles) : null,
    isEmpty: isEmptySelection(selection) || count === 0,
    extent: extentOf(selectedFiles.length, files.length),
    selectedFiles,
    isSelected: (id) => isSelected(selection, id),
    ...gestures,
  }
}

/** What cannot be seen any more must not be deleted by the way. */
function useEndWithQuery(query: FileListQuery, end: () => void): void {
  const key = placeKey(query)
  const last = useRef(key)
  useEffect(() => {
    if (last.current === key) return
    last.current = key
    end()
  })
}

function countOf(selection: FileSelection, total: number | null): number | null {
  if (selection.kind === 'ids') return selection.ids.size
  return total === null ? null : Math.max(0, total - selection.except.size)
}

function extentOf(selected: number, loaded: number): FileSelectionResult['extent'] {
  if (selected === 0) return 'none'
  return selected === loaded ? 'all' : 'some'
}

function bytesOf(files: readonly StoredFile[]): number | null {
  let bytes = 0
  for (const { size } of files) {
    if (size === null) return null
    bytes += size
  }
  return bytes
}
