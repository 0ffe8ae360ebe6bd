import { expect, it } from 'vitest'
import { nextByName } from './next-by-name.js'

const names = ['Anna.txt', 'ärger.txt', 'Berta.txt', 'arm.txt']

it.each([
  ['a', 0, 1],
  ['a', 1, 3],
  ['a', 3, 0],
  ['B', 0, 2],
  ['ar', 3, 3],
  ['an', 1, 0],
  ['x', 0, null],
])('finds %j from %i: %j', (typed, from, found) => {
  expect(nextByName(names, typed, from)).toBe(found)
})

it('finds nothing among nothing', () => {
  expect(nextByName([], 'a', 0)).toBe(null)
})
