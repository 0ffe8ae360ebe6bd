'use client'

import { useInsertionEffect, useRef } from 'react'
import type { FileListQuery, StoredFile } from '../../core/index.js'
import type { FileSelection, SelectionMode } from './file-selection.js'
import { reduceSelection, type RestOfAll, type SelectionEvent } from './reduce-selection.js'

export interface ExtendOptions {
  /** What is selected stays so. */
  readonly isAdded?: boolean | undefined
  /** Where the range begins while none was selected yet, or that one is gone. Default: at its end. */
  readonly from?: string | null | undefined
}

/** They may be called late, by an answer or a timer: what is selected by then is what they change. */
export interface SelectionGestures {
  readonly toggle: (id: string) => void
  readonly replace: (id: string) => void
  /** All between the file that was last toggled or selected alone and this one. */
  readonly extendTo: (id: string, options?: ExtendOptions) => void
  readonly selectAll: () => void
  readonly clear: () => void
  /** These files are gone. `rest`: it was done to all that matched, and has left these. */
  readonly forget: (ids: readonly string[], rest?: RestOfAll) => void
  /** The same for files that are in another folder now: gone where one folder is shown. */
  readonly forgetMoved: (ids: readonly string[], rest?: RestOfAll) => void
}

type Reason = SelectionEvent['type'] | 'query'

interface GestureOptions {
  readonly selection: FileSelection
  readonly change: (next: FileSelection, details: { readonly reason: Reason }) => void
  readonly files: readonly StoredFile[]
  readonly query: FileListQuery
  readonly mode: SelectionMode
  /** The backend would take "all that match" for all that it has. */
  readonly isSearchedHere: boolean
}

/** What is done to a selection; `end`: the list shows other files now. */
export function useSelectionGestures(
  options: GestureOptions,
): SelectionGestures & { readonly end: () => void } {
  const now = useRef(options)
  useInsertionEffect(() => {
    now.current = options
  })
  const anchor = useRef<string | null>(null)
  const act = (event: SelectionEvent, reason: Reason = event.type): void => {
    const { selection, change, files, isSearchedHere, ...context } = now.current
    const order = files.map(({ id }) => id)
    const meant = event.type === 'all' && isSearchedHere ? rangeOf(order) : event
    const next = reduceSelection(selection, meant, { ...context, order })
    if (event.type === 'toggle' || event.type === 'replace') anchor.current = event.id
    if (event.type === 'range') anchor.current = event.from
    if (event.type === 'clear') anchor.current = null
    if (next === selection) return
    // The next one may come before this one is rendered.
    now.current = { ...now.current, selection: next }
    change(next, { reason })
  }
  const forget: SelectionGestures['forget'] = (ids, rest) => act({ type: 'forget', ids, rest })
  return {
    toggle: (id) => act({ type: 'toggle', id }),
    replace: (id) => act({ type: 'replace', id }),
    extendTo: (id, { isAdded = false, from } = {}) => {
      const isThere = now.current.files.some((file) => file.id === anchor.current)
      const start = (isThere ? anchor.current : from) ?? id
      act({ type: 'range', from: start, to: id, isAdded })
    },
    selectAll: () => act({ type: 'all' }),
    clear: () => act({ type: 'clear' }),
    forget,
    forgetMoved: (ids, rest) => {
      if (now.current.query.filter?.folderId !== undefined) forget(ids, rest)
    },
    end: () => act({ type: 'clear' }, 'query'),
  }
}

function rangeOf(order: readonly string[]): SelectionEvent {
  return { type: 'range', from: order[0] ?? '', to: order.at(-1) ?? '', isAdded: false }
}
