import fc from 'fast-check'
import { expect, it } from 'vitest'
import { groupSmallFiles, smallFilesRow } from './group-small-files.js'

const ids = ['a', 'b', 'c', 'd', 'e']

it('stands where the first small file stood, and opens there', () => {
  expect(groupSmallFiles(ids, ['b', 'd'], false)).toEqual(['a', smallFilesRow, 'c', 'e'])
  expect(groupSmallFiles(ids, ['b', 'd'], true)).toEqual(['a', smallFilesRow, 'b', 'd', 'c', 'e'])
})

it('needs two at least', () => {
  expect(groupSmallFiles(ids, [], false)).toBe(ids)
  expect(groupSmallFiles(ids, ['c'], false)).toBe(ids)
})

it('loses and repeats no row, and keeps the order', () => {
  const names = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2 })
  const chosen = names.chain((all) =>
    fc.tuple(fc.constant(all), fc.subarray(all, { minLength: 2 })),
  )
  fc.assert(
    fc.property(chosen, ([all, small]) => {
      const open = groupSmallFiles(all, small, true).filter((row) => row !== smallFilesRow)
      expect([...open].sort()).toEqual([...all].sort())
      expect(open.filter((row) => small.includes(row))).toEqual(small)
      const large = all.filter((row) => !small.includes(row))
      const shut = groupSmallFiles(all, small, false)
      expect(shut.filter((row) => row !== smallFilesRow)).toEqual(large)
      expect(shut).toHaveLength(large.length + 1)
    }),
  )
})
