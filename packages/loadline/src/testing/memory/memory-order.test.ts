import fc from 'fast-check'
import { expect, it } from 'vitest'
import { storedFile } from '../../core/index.js'
import { orderOf } from './memory-order.js'
import { pageOf } from './memory-query.js'

const filesOf = (sizes: readonly (number | null)[]) =>
  sizes.map((size, index) => storedFile({ id: `f${String(index)}`, name: 'a', size }))

it.each([
  [[1, 2, 5], 'asc'],
  [[5, 2, 1], 'desc'],
  [[1, 2, 2], null],
  [[2, 2], null],
  [[1, 3, 2], null],
  [[null, 1], null],
  [[2, null, 1], null],
])('of the sizes %j is %s', (sizes, order) => {
  expect(orderOf(filesOf(sizes), 'size')).toBe(order)
})

it('finds the same files in the same order whichever way they were seeded', () => {
  const sizes = fc.uniqueArray(fc.nat(30), { maxLength: 12 })
  const seedings = fc.constantFrom('as they are', 'asc', 'desc')
  const directions = fc.constantFrom('asc' as const, 'desc' as const)
  fc.assert(
    fc.property(sizes, seedings, directions, fc.nat(30), (given, seeding, direction, most) => {
      const ascending = [...given].sort((a, b) => a - b)
      const seeded = { 'as they are': given, asc: ascending, desc: ascending.toReversed() }[seeding]
      const files = filesOf(seeded).map((file) => ({
        ...file,
        visibility: (file.size ?? 0) <= most ? ('public' as const) : ('private' as const),
      }))
      const page = pageOf(files, {
        limit: 50,
        filter: { visibility: 'public' },
        sort: { key: 'size', direction },
      })
      const wanted = ascending.filter((size) => size <= most)
      expect(page.files.map(({ size }) => size)).toEqual(
        direction === 'asc' ? wanted : wanted.toReversed(),
      )
    }),
  )
})
