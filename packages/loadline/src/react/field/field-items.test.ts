import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { storedFile } from '../../core/index.js'
import { arrangeItems, valueWith, type FieldUpload } from './field-items.js'

function upload(uploadId: string, more: Partial<FieldUpload> = {}): FieldUpload {
  return { uploadId, key: uploadId, size: 1, status: 'pending', file: null, replaces: [], ...more }
}

function stored(uploadId: string, fileId: string, more: Partial<FieldUpload> = {}): FieldUpload {
  const file = storedFile({ id: fileId, name: fileId })
  return upload(uploadId, { status: 'stored', file, ...more })
}

const idsOf = (uploads: readonly FieldUpload[], value: readonly string[]) =>
  arrangeItems(uploads, value).map(({ id }) => id)

describe('arrangeItems', () => {
  it('puts what was there before first, then uploads as they came', () => {
    expect(idsOf([upload('1'), stored('2', 'b')], ['a', 'b'])).toEqual(['a', '1', '2'])
  })

  it('leaves out what is cancelled, and what left the value', () => {
    const uploads = [upload('1', { status: 'cancelled' }), stored('2', 'b'), upload('3')]
    expect(idsOf(uploads, [])).toEqual(['3'])
  })

  it('follows the value where the application sorts it', () => {
    expect(idsOf([stored('1', 'a'), upload('2'), stored('3', 'c')], ['c', 'a'])).toEqual([
      ...['3', '2', '1'],
    ])
  })

  it('hides what is about to be replaced, and shows it again where that failed', () => {
    const next = upload('1', { replaces: ['a'] })
    expect(idsOf([next], ['a'])).toEqual(['1'])
    expect(idsOf([{ ...next, status: 'failed' }], ['a'])).toEqual(['a', '1'])
  })
})

describe('valueWith', () => {
  it('puts an upload where it was added, however late it is', () => {
    const late = stored('1', 'a')
    expect(valueWith([late, stored('2', 'b')], ['x', 'b'], [late])).toEqual(['x', 'a', 'b'])
  })

  it('takes out what it replaces', () => {
    const next = stored('1', 'b', { replaces: ['a'] })
    expect(valueWith([next], ['a', 'c'], [next])).toEqual(['c', 'b'])
  })

  it('ends in the order of adding, in whatever order uploads end', () => {
    const anyOrder = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 })
    fc.assert(
      fc.property(anyOrder, fc.uniqueArray(fc.constantFrom('x', 'y', 'z')), (order, before) => {
        let uploads = [0, 1, 2, 3, 4].map((index) => upload(String(index)))
        let value: readonly string[] = before
        for (const index of order) {
          const done = stored(String(index), `file ${String(index)}`)
          uploads = uploads.map((one, at) => (at === index ? done : one))
          value = valueWith(uploads, value, [done])
          expect(new Set(value).size).toBe(value.length)
        }
        expect(value).toEqual([...before, ...[0, 1, 2, 3, 4].map((at) => `file ${String(at)}`)])
      }),
    )
  })
})
