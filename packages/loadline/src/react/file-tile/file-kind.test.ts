import { expect, it } from 'vitest'
import { fileKind } from './file-kind.js'

it.each([
  ['plan.PDF', 'application/octet-stream', 'pdf'],
  ['tables.csv', 'text/csv', 'sheet'],
  ['no-extension', 'image/png', 'image'],
  ['no-extension', 'application/vnd.ms-excel', 'sheet'],
  ['strange.e57', 'application/octet-stream', 'file'],
  ['strange.constructor', '', 'file'],
])('%s (%s) is a %s', (name, contentType, kind) => {
  expect(fileKind(name, contentType)).toBe(kind)
})
