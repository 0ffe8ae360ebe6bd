import type { FileListQuery } from '../../core/index.js'
import {
  isEmptySelection,
  isSelected,
  type FileSelection,
  type SelectionMode,
} from './file-selection.js'
import { placeKey } from './place-key.js'

/** What is still there of all that matched a query. */
export interface RestOfAll {
  readonly query: FileListQuery
  readonly ids: readonly string[]
}

export type SelectionEvent =
  /** In or out, and nothing else changes. */
  | { readonly type: 'toggle'; readonly id: string }
  /** This one and no other. */
  | { readonly type: 'replace'; readonly id: string }
  /** All from one file to another; added to what is selected, or in its place. */
  | {
      readonly type: 'range'
      readonly from: string
      readonly to: string
      readonly isAdded: boolean
    }
  /** All that match, loaded or not. */
  | { readonly type: 'all' }
  | { readonly type: 'clear' }
  /** These files are gone. `rest`: it was done to all that matched, and has left these. */
  | {
      readonly type: 'forget'
      readonly ids: readonly string[]
      readonly rest?: RestOfAll | undefined
    }

export interface SelectionContext {
  readonly mode: SelectionMode
  /** The ids that can be selected, from the top. */
  readonly order: readonly string[]
  readonly query: FileListQuery
}

/** What a gesture makes of a selection: the same object where it changes nothing. */
export function reduceSelection(
  selection: FileSelection,
  event: SelectionEvent,
  context: SelectionContext,
): FileSelection {
  switch (event.type) {
    case 'clear':
      // Another one each time: an application that keeps what it has would not be rendered.
      return isEmptySelection(selection) ? selection : ofIds([])
    case 'forget':
      return forget(selection, event)
    case 'all':
      return context.mode === 'multiple'
        ? { kind: 'all', query: context.query, except: new Set() }
        : selection
    case 'toggle':
      return toggle(selection, event.id, context)
    case 'replace':
      return only(selection, event.id, context)
    case 'range':
      return context.mode === 'multiple'
        ? extend(selection, event, context)
        : only(selection, event.to, context)
  }
}

function only(selection: FileSelection, id: string, { mode }: SelectionContext): FileSelection {
  if (mode === 'none') return selection
  const isAlready = selection.kind === 'ids' && selection.ids.size === 1 && selection.ids.has(id)
  return isAlready ? selection : ofIds([id])
}

function toggle(selection: FileSelection, id: string, context: SelectionContext): FileSelection {
  if (isSelected(selection, id)) return without(selection, [id])
  return context.mode === 'multiple' ? withIds(selection, [id]) : only(selection, id, context)
}

function extend(
  selection: FileSelection,
  { from, to, isAdded }: SelectionEvent & { readonly type: 'range' },
  { order }: SelectionContext,
): FileSelection {
  const end = order.indexOf(to)
  if (end === -1) return selection
  const anchor = order.indexOf(from)
  const start = anchor === -1 ? end : anchor
  const range = order.slice(Math.min(start, end), Math.max(start, end) + 1)
  return isAdded ? withIds(selection, range) : ofIds(range)
}

/** What matches does not count those that are gone: they need not be taken out. */
function forget(
  selection: FileSelection,
  { ids, rest }: SelectionEvent & { readonly type: 'forget' },
): FileSelection {
  if (selection.kind === 'ids') return without(selection, ids)
  // What comes later was never meant.
  if (rest && placeKey(rest.query) === placeKey(selection.query)) return ofIds(rest.ids)
  return ids.some((id) => selection.except.has(id)) ? withIds(selection, ids) : selection
}

function withIds(selection: FileSelection, ids: readonly string[]): FileSelection {
  if (selection.kind === 'ids') return ofIds([...selection.ids, ...ids])
  return { ...selection, except: minus(selection.except, ids) }
}

function without(selection: FileSelection, ids: readonly string[]): FileSelection {
  if (!ids.some((id) => isSelected(selection, id))) return selection
  if (selection.kind === 'ids') return { kind: 'ids', ids: minus(selection.ids, ids) }
  return { ...selection, except: new Set([...selection.except, ...ids]) }
}

function ofIds(ids: readonly string[]): FileSelection {
  return { kind: 'ids', ids: new Set(ids) }
}

function minus(from: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const left = new Set(from)
  for (const id of ids) left.delete(id)
  return left
}
