import { expect, it } from 'vitest'
import { splitFileName } from './split-file-name.js'

it.each([
  ['Quay wall elevation, sheet 14.png', 'Quay wall elevation, shee', 't 14.png'],
  ['a.pdf', 'a', '.pdf'],
  ['ab.pdf', 'a', 'b.pdf'],
  ['README', 'REA', 'DME'],
  ['.gitignore', '.gitig', 'nore'],
  ['archive.tar.gz', 'archive', '.tar.gz'],
  ['', '', ''],
  ['family 👨‍👩‍👧‍👦👨‍👩‍👧‍👦.jpg', 'famil', 'y 👨‍👩‍👧‍👦👨‍👩‍👧‍👦.jpg'],
])('splits %j', (name, head, tail) => {
  expect(splitFileName(name)).toEqual({ head, tail })
})

it('does not cut between letters that join', () => {
  expect(splitFileName('عقد إيجار الرصيف.pdf')).toEqual({ head: 'عقد إيجار الرصيف', tail: '.pdf' })
})

it('shows marks that turn text around', () => {
  const { head, tail } = splitFileName('invoice\u202Efdp.exe')
  expect(head + tail).toBe('invoice□fdp.exe')
})
