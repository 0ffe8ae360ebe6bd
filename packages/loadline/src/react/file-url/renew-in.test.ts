import { expect, it } from 'vitest'
import { isExpired, renewIn } from './renew-in.js'

const now = Date.parse('2026-01-01T00:00:00Z')
const inMs = (ms: number) => ({ urlExpiresAt: new Date(now + ms).toISOString() })

it.each([
  [3_600_000, 3_540_000],
  [60_000, 30_000],
  [4_000, 5_000],
  [-1_000, 5_000],
  [365 * 86_400_000, 2 ** 31 - 1],
])('renews what ends in %i ms in %i ms', (left, wait) => {
  expect(renewIn(inMs(left), now)).toBe(wait)
})

it('leaves alone what does not end', () => {
  expect(renewIn({ urlExpiresAt: null }, now)).toBe(null)
  expect(isExpired({ urlExpiresAt: null }, now)).toBe(false)
})

it.each([
  [-1, true],
  [4_999, true],
  [60_000, false],
])('takes what ends in %i ms for expired: %j', (left, expired) => {
  expect(isExpired(inMs(left), now)).toBe(expired)
})
