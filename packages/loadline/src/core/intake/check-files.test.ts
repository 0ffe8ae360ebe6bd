import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FileRules } from '../contract/index.js'
import { checkFiles } from './check-files.js'

const named = (name: string, type = '', size = 10): File =>
  new File([new Uint8Array(size)], name, { type, lastModified: 1 })

const codes = (files: readonly File[], rules: FileRules) =>
  checkFiles(files, rules).rejections.map(({ file, errors }) => [
    file.name,
    ...errors.map(({ code }) => code),
  ])

describe('checkFiles', () => {
  it.each([
    ['image/*', 'a.png', 'image/png', true],
    ['image/*', 'a.heic', '', true],
    ['image/*', 'a.txt', 'text/plain', false],
    ['IMAGE/PNG', 'a.png', 'image/png', true],
    ['.md', 'README.MD', '', true],
    ['.md, .zip', 'a.zip', '', true],
    ['.md', 'md', '', false],
    ['application/zip', 'a.ZIP', '', true],
    ['text/plain', 'a.txt', 'text/plain;charset=utf-8', true],
    ['*/*', 'anything', '', true],
    ['', 'anything', '', true],
    [{ 'image/*': ['.heic'], 'application/pdf': [] }, 'a.pdf', '', true],
    [{ 'image/*': ['.heic'] }, 'a.pdf', 'application/pdf', false],
  ] as const)('accept %j takes %s (%s): %s', (accept, name, type, isAccepted) => {
    const { accepted, rejections } = checkFiles([named(name, type)], { accept })
    expect(accepted.length === 1).toBe(isAccepted)
    expect(rejections[0]?.errors[0]?.code).toBe(isAccepted ? undefined : 'type-not-allowed')
  })

  it('takes exactly the limit, and names the limit that was passed', () => {
    const rules = { minSize: 5, maxSize: 10 }
    expect(checkFiles([named('a', '', 5), named('b', '', 10)], rules).rejections).toEqual([])
    const { rejections } = checkFiles([named('c', '', 4), named('d', '', 11)], rules)
    expect(rejections.map(({ errors }) => errors[0])).toMatchObject([
      { code: 'too-small', limit: 5 },
      { code: 'too-large', limit: 10 },
    ])
  })

  it('keeps the good files of a batch, and gives every reason of a bad one', () => {
    const files = [named('a.png', 'image/png'), named('b.txt', 'text/plain', 99)]
    const rules = { accept: 'image/*', maxSize: 50 }
    expect(codes(files, rules)).toEqual([['b.txt', 'type-not-allowed', 'too-large']])
    expect(checkFiles(files, rules).accepted.map(({ file }) => file.name)).toEqual(['a.png'])
  })

  it('counts files and bytes of the batch itself', () => {
    const files = ['a', 'b', 'c'].map((name) => named(name))
    expect(codes(files, { maxFiles: 2 })).toEqual([['c', 'too-many']])
    expect(codes(files, { maxTotalSize: 20 })).toEqual([['c', 'total-too-large']])
  })

  it('tells a duplicate from a file of the same name', () => {
    const twin = named('a', '', 10)
    const other = new File(['x'], 'a', { lastModified: 2 })
    expect(codes([twin, named('a', '', 10), other], {})).toEqual([['a', 'duplicate']])
    expect(codes([twin, twin], { duplicates: 'allow' })).toEqual([])
    const inFolders = ['x/a', 'y/a'].map((path) => ({ file: twin, path }))
    expect(checkFiles(inFolders, {}).rejections).toEqual([])
  })

  it('loses no file and judges none twice', () => {
    const anyFile = fc.record({
      name: fc.constantFrom('a.png', 'b.txt', 'c', '😀.pdf'),
      size: fc.integer({ min: 0, max: 30 }),
    })
    fc.assert(
      fc.property(
        fc.array(anyFile),
        fc.record({ maxFiles: fc.nat(5), maxTotalSize: fc.nat(60), maxSize: fc.nat(20) }),
        (specs, rules) => {
          const files = specs.map(({ name, size }) => named(name, '', size))
          const { accepted, rejections } = checkFiles(files, rules)
          expect(accepted.length + rejections.length).toBe(files.length)
          expect(accepted.length).toBeLessThanOrEqual(rules.maxFiles)
          const bytes = accepted.reduce((sum, { file }) => sum + file.size, 0)
          expect(bytes).toBeLessThanOrEqual(rules.maxTotalSize)
        },
      ),
    )
  })
})
