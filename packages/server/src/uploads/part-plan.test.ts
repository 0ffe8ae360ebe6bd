import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choosePartSize, planParts, sizeOfPart } from './part-plan.js'

const mebibyte = 1024 * 1024
const least = 16 * mebibyte

test('parts are 16 MiB, and larger where there would be more than 9,000', () => {
  expect(choosePartSize(1, least)).toBe(least)
  expect(choosePartSize(9000 * least, least)).toBe(least)
  expect(choosePartSize(9000 * least + 1, least)).toBe(17 * mebibyte)
})

test('they are the file, without a gap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 * 1024 ** 4 }), (size) => {
      const plan = planParts(size, choosePartSize(size, least))
      const numbers = Array.from({ length: plan.partCount }, (_, index) => index + 1)
      const sizes = numbers.map((number) => sizeOfPart(plan, number) ?? 0)
      expect(plan.partCount).toBeLessThanOrEqual(9000)
      expect(sizes.reduce((sum, part) => sum + part, 0)).toBe(size)
      expect(sizes.slice(0, -1).every((part) => part === plan.partSize)).toBe(true)
      expect(sizes.at(-1)).toBeGreaterThan(0)
      expect([0, plan.partCount + 1, 1.5].map((number) => sizeOfPart(plan, number))).toEqual([
        null,
        null,
        null,
      ])
    }),
  )
})
