import fc from 'fast-check'
import { expect, it } from 'vitest'
import { slicePieces, splitMatches } from './split-matches.js'

const matches = (name: string, search: string) =>
  splitMatches(name, search)
    .filter(({ isMatch }) => isMatch)
    .map(({ text }) => text)

it.each([
  ['Plan plan.pdf', 'PLAN', ['Plan', 'plan']],
  ['plan.pdf', ' pdf ', ['pdf']],
  ['plan.pdf', '', []],
  ['plan.pdf', 'x', []],
  ['aaa', 'aa', ['aa']],
  ['İstanbul', 'ist', []],
])('finds in %j %j: %j', (name, search, found) => {
  expect(matches(name, search)).toEqual(found)
})

it('loses no letter, wherever it is cut', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ maxLength: 2 }), fc.nat(20), (name, search, cut) => {
      const pieces = splitMatches(name, search)
      const text = (some: typeof pieces) => some.map((piece) => piece.text).join('')
      expect(text(pieces)).toBe(name)
      expect(text(slicePieces(pieces, 0, cut))).toBe(name.slice(0, cut))
      expect(text(slicePieces(pieces, cut, name.length))).toBe(name.slice(cut))
    }),
  )
})
