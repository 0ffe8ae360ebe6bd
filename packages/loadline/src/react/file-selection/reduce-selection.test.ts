import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FileListQuery } from '../../core/index.js'
import { isSelected, noSelection, type FileSelection } from './file-selection.js'
import { reduceSelection, type SelectionContext, type SelectionEvent } from './reduce-selection.js'

const order = ['a', 'b', 'c', 'd', 'e', 'f']
const context: SelectionContext = { mode: 'multiple', order, query: { search: 'x' } }

const id = fc.constantFrom(...order)
const ids = fc.uniqueArray(id)
const events: fc.Arbitrary<SelectionEvent> = fc.oneof(
  fc.record({ type: fc.constant('toggle' as const), id }),
  fc.record({ type: fc.constant('replace' as const), id }),
  fc.record({ type: fc.constant('range' as const), from: id, to: id, isAdded: fc.boolean() }),
  fc.constant({ type: 'all' as const }),
  fc.constant({ type: 'clear' as const }),
  fc.record({ type: fc.constant('forget' as const), ids }),
)
const selections: fc.Arbitrary<FileSelection> = fc.oneof(
  ids.map((some): FileSelection => ({ kind: 'ids', ids: new Set(some) })),
  ids.map((some): FileSelection => ({ kind: 'all', query: {}, except: new Set(some) })),
)

const selected = (selection: FileSelection) => order.filter((one) => isSelected(selection, one))
const play = (selection: FileSelection, ...played: readonly SelectionEvent[]) =>
  played.reduce((current, event) => reduceSelection(current, event, context), selection)

describe('any selection', () => {
  it('changes in nothing but the one file that is toggled, and twice in nothing', () => {
    fc.assert(
      fc.property(selections, id, (before, one) => {
        const after = play(before, { type: 'toggle', id: one })
        expect(isSelected(after, one)).toBe(!isSelected(before, one))
        const others = (selection: FileSelection) =>
          selected(selection).filter((other) => other !== one)
        expect(others(after)).toEqual(others(before))
        expect(selected(play(after, { type: 'toggle', id: one }))).toEqual(selected(before))
      }),
    )
  })

  it('has all between two files, whichever comes first', () => {
    fc.assert(
      fc.property(selections, id, id, fc.boolean(), (before, from, to, isAdded) => {
        const after = play(before, { type: 'range', from, to, isAdded })
        const [low, high] = [order.indexOf(from), order.indexOf(to)].sort((a, b) => a - b)
        const kept = new Set([
          ...order.slice(low, (high ?? 0) + 1),
          ...(isAdded ? selected(before) : []),
        ])
        expect(selected(after)).toEqual(order.filter((one) => kept.has(one)))
        expect(play(before, { type: 'range', from: to, to: from, isAdded })).toEqual(after)
      }),
    )
  })

  it('loses what was forgotten, and nothing else', () => {
    fc.assert(
      fc.property(selections, ids, (before, gone) => {
        const after = play(before, { type: 'forget', ids: gone })
        const left = (selection: FileSelection) =>
          selected(selection).filter((one) => !gone.includes(one))
        expect(left(after)).toEqual(left(before))
        const named = after.kind === 'ids' ? after.ids : after.except
        expect(gone.some((one) => named.has(one))).toBe(false)
      }),
    )
  })

  it('holds at most one file where only one may be selected, and none where none may', () => {
    fc.assert(
      fc.property(fc.array(events), (played) => {
        const end = (mode: SelectionContext['mode']) =>
          played.reduce(
            (current, event) => reduceSelection(current, event, { ...context, mode }),
            noSelection,
          )
        const single = end('single')
        expect(single.kind === 'ids' && single.ids.size <= 1).toBe(true)
        expect(end('none')).toBe(noSelection)
      }),
    )
  })

  it('is the same object where nothing changes', () => {
    fc.assert(
      fc.property(selections, events, (before, event) => {
        const once = play(before, event)
        const isIdempotent = event.type === 'clear' || event.type === 'forget'
        if (isIdempotent || event.type === 'replace') expect(play(once, event)).toBe(once)
      }),
    )
  })
})

describe('all that match', () => {
  const all = play(noSelection, { type: 'all' })

  it('holds files that are not loaded', () => {
    expect(all).toEqual({ kind: 'all', query: { search: 'x' }, except: new Set() })
    expect(isSelected(all, 'not loaded')).toBe(true)
  })

  it('can be had but for some, and wholly again', () => {
    const some = play(all, { type: 'toggle', id: 'b' }, { type: 'toggle', id: 'd' })
    expect(some).toEqual({ ...all, except: new Set(['b', 'd']) })
    expect(play(some, { type: 'range', from: 'a', to: 'c', isAdded: true })).toEqual({
      ...all,
      except: new Set(['d']),
    })
  })
})

describe('all that match, once something was done to them', () => {
  const all = play(noSelection, { type: 'all' }, { type: 'toggle', id: 'f' })
  const forget = (query: FileListQuery): SelectionEvent => ({
    type: 'forget',
    ids: ['a', 'b', 'c'],
    rest: { query, ids: ['d', 'e'] },
  })

  it('is what that has left', () => {
    const sort = { key: 'name', direction: 'asc' } as const
    const left: FileSelection = { kind: 'ids', ids: new Set(['d', 'e']) }
    expect(play(all, forget({ search: 'x', sort }))).toEqual(left)
  })

  it('stays where it was done to what matched another query, or other files are selected', () => {
    expect(play(all, forget({}))).toBe(all)
    const some: FileSelection = { kind: 'ids', ids: new Set(['c', 'f']) }
    const left: FileSelection = { kind: 'ids', ids: new Set(['f']) }
    expect(play(some, forget({ search: 'x' }))).toEqual(left)
  })
})

it('begins a range at its end where its start is no longer there', () => {
  const after = play(noSelection, { type: 'range', from: 'gone', to: 'c', isAdded: false })
  expect(selected(after)).toEqual(['c'])
})
