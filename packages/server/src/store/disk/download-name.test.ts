import { create, parse } from 'content-disposition'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { downloadName } from './download-name.js'

test.each([
  ['a.txt', 'a.txt'],
  ['Überräschung “ñ” 😀 <b>.pdf', 'Überräschung “ñ” 😀 <b>.pdf'],
  ['evil\u202Efdp.exe', 'evilfdp.exe'],
  ['\u2066a\u2069\u200E.txt', 'a.txt'],
  ['../../etc/passwd', '.._.._etc_passwd'],
  ['..\\a', '.._a'],
  ['a\r\nSet-Cookie: x', 'aSet-Cookie: x'],
  ['..', 'download'],
  ['\u202E', 'download'],
])('%j is saved as %j (S3)', (name, expected) => {
  expect(downloadName(name)).toBe(expected)
})

test('a long name keeps its extension and whole characters', () => {
  const name = downloadName(`${'😀'.repeat(300)}.pdf`)
  expect(name).toMatch(/^(?:😀)+\.pdf$/u)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
})

test('no name breaks the header, and a browser reads it back (S5)', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
      const name = downloadName(given)
      const header = create(name, { type: 'attachment' })
      expect(header).toMatch(/^[\x20-\x7e]*$/)
      expect(new Headers({ 'content-disposition': header }).get('content-disposition')).toBe(header)
      expect(parse(header).parameters['filename']).toBe(name)
    }),
  )
})
