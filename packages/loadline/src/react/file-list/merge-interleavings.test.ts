import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ListModel, sorts, subjectOf } from './list-model.js'
import type { FileRow } from './merge-rows.js'

const steps = [
  'add',
  'finalize',
  'confirm',
  'cancel',
  'clear',
  'ask',
  'land',
  'remove',
  'sort',
  'wait',
] as const
type Step = readonly [step: (typeof steps)[number], seed: number]

/** So often that whole lives of uploads come about. */
const anyStep = fc.tuple(
  fc.constantFrom(
    ...steps,
    'add',
    'finalize',
    'confirm',
    'confirm',
    'clear',
    'ask',
    'land',
    'land',
  ),
  fc.nat(40),
) as fc.Arbitrary<Step>

const anyLife = fc.tuple(
  fc.nat(sorts.length - 1),
  fc.constantFrom(4, 100),
  fc.array(anyStep, { maxLength: 60, size: 'max' }),
)

function play(check: (model: ListModel, step: Step, before: readonly FileRow[]) => void): void {
  fc.assert(
    fc.property(anyLife, ([sort, pageSize, all]) => {
      const model = new ListModel(sort, pageSize)
      for (const step of all) {
        const before = model.rows
        model[step[0]](step[1])
        check(model, step, before)
      }
    }),
    { numRuns: 300 },
  )
}

describe('whatever order uploads, answers, deletions and refetches come in', () => {
  it('draws nothing twice, neither by its key nor by what it stands for', () => {
    play(({ rows }) => {
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
      expect(new Set(rows.map(subjectOf)).size).toBe(rows.length)
    })
  })

  it('loses no row, and draws none that is gone', () => {
    play(({ rows, expected: { must, may } }) => {
      const drawn = new Set(rows.map(subjectOf))
      expect([...must].filter((one) => !drawn.has(one))).toEqual([])
      expect([...drawn].filter((one) => !must.has(one) && !may.has(one))).toEqual([])
    })
  })

  it('keeps the element of an upload when it becomes a file, and after it left the queue', () => {
    fc.assert(
      fc.property(anyLife, ([sort, pageSize, all]) => {
        const model = new ListModel(sort, pageSize)
        const keys = new Map<string, string>()
        for (const [step, seed] of all) {
          model[step](seed)
          for (const row of model.rows) {
            const subject = subjectOf(row)
            expect(row.id).toBe(keys.get(subject) ?? row.id)
            keys.set(subject, row.id)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('moves no row but for a page that landed, or another order that was asked for', () => {
    play(({ rows }, [step], before) => {
      if (step === 'land' || step === 'sort') return
      const now = new Set(rows.map(({ id }) => id))
      const then = new Set(before.map(({ id }) => id))
      expect(rows.filter(({ id }) => then.has(id)).map(({ id }) => id)).toEqual(
        before.filter(({ id }) => now.has(id)).map(({ id }) => id),
      )
      // Nor does it take one away: only a cancel, a deletion, or a cancelled one that is dismissed does.
      const lost = before.filter(({ id }) => !now.has(id))
      expect(lost.length).toBeLessThanOrEqual(step === 'cancel' || step === 'remove' ? 1 : 0)
    })
  })

  it('leaves what the backend sorted in the order of the backend', () => {
    play(({ rows, pageOrder }) => {
      const place = new Map(pageOrder.map((id, index) => [id, index]))
      const stored = rows.map((row) => place.get(subjectOf(row)) ?? -1).filter((at) => at !== -1)
      expect(stored).toEqual(stored.toSorted((one, other) => one - other))
    })
  })

  it('counts as extra just what no page holds', () => {
    play((model) => {
      const { extra, inPage, hidden } = model.counts
      expect(inPage + extra - hidden).toBe(model.rows.length)
    })
  })
})
