import { expect, it } from 'vitest'
import { clockOf } from './clock-of.js'

it.each([
  [0, '00:00'],
  [252, '04:12'],
  [59.6, '01:00'],
  [4360, '1:12:40'],
  [-1, null],
  [Number.POSITIVE_INFINITY, null],
  ['252', null],
  [undefined, null],
])('writes %j as %j', (seconds, clock) => {
  expect(clockOf(seconds)).toBe(clock)
})
