import { expect, it } from 'vitest'
import { contentTypeOf } from './content-type.js'

it.each([
  ['a.png', 'image/png', 'image/png'],
  ['a.png', 'IMAGE/PNG', 'image/png'],
  ['notes.md', '', 'text/markdown'],
  ['ARCHIVE.ZIP', '', 'application/zip'],
  ['no-extension', '', 'application/octet-stream'],
  ['.gitignore', '', 'application/octet-stream'],
  ['a.unheard-of', '', 'application/octet-stream'],
  ['a.txt', 'text/plain; charset=utf-8', 'text/plain; charset=utf-8'],
  ['a.txt', 'text/plain\r\nx-evil: 1', 'text/plain'],
  ['a.pdf', 'nonsense', 'application/pdf'],
])('%s given as "%s" is %s', (name, type, expected) => {
  expect(contentTypeOf({ name, type })).toBe(expected)
})
