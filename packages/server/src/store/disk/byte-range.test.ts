import { expect, test } from 'vitest'
import { readByteRange } from './byte-range.js'

test.each([
  [null, 10, null],
  ['bytes=0-', 10, { start: 0, end: 9 }],
  ['bytes=3-5', 10, { start: 3, end: 5 }],
  ['bytes=3-99', 10, { start: 3, end: 9 }],
  ['bytes=-4', 10, { start: 6, end: 9 }],
  ['bytes=-99', 10, { start: 0, end: 9 }],
  ['bytes=-0', 10, 'invalid'],
  ['bytes=10-', 10, 'invalid'],
  ['bytes=0-', 0, 'invalid'],
  ['bytes=5-3', 10, null],
  ['bytes=-', 10, null],
  ['bytes=0-1,4-5', 10, null],
  ['items=0-1', 10, null],
  ['bytes=1e3-', 10, null],
] as const)('%s of %i bytes', (header, size, expected) => {
  expect(readByteRange(header, size)).toEqual(expected)
})
