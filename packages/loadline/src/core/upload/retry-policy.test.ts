import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createManualClock } from './manual-clock.js'
import { planRetry } from './retry-policy.js'

it('waits at random up to a bound that doubles, and never less than the server asked', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.integer({ min: 1, max: 30 }),
      fc.option(fc.integer({ min: 0, max: 300_000 })),
      (random, attempt, afterMs) => {
        const clock = { ...createManualClock(1_000), random: () => random }
        const at = planRetry({}, attempt, afterMs === null ? null : 1_000 + afterMs, clock) ?? -1
        const bound = Math.min(30_000, 500 * 2 ** (attempt - 1))
        expect(at).toBeGreaterThanOrEqual(1_000 + Math.max(afterMs ?? 0, 0))
        expect(at).toBeLessThanOrEqual(1_000 + Math.max(bound, afterMs ?? 0))
      },
    ),
  )
})

it('leaves it to a person where the server wants more than five minutes', () => {
  expect(planRetry({}, 1, 1_000_000, createManualClock())).toBeNull()
})
