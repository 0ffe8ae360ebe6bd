import { expect, it } from 'vitest'
import { createFormat } from '../format/create-format.js'
import { en } from '../messages/en.js'
import { acceptRules, draggedTypes } from './accept-rules.js'
import { describeAccept } from './describe-accept.js'

const format = createFormat(en, 'UTC')

it.each([
  ['image/*,.pdf', 'images and PDF'],
  ['application/pdf, .PDF', 'PDF'],
  ['image/svg+xml', 'SVG'],
  ['application/x-7z-compressed', '7Z-COMPRESSED'],
  ['application/vnd.oasis.opendocument.text', 'TEXT'],
  ['.a,.b,.c,.d,.e,.f,.g', 'A, B, C, D, E and 2 more'],
  ['.a,.b,.c,.d,.e,.f', 'A, B, C, D, E and F'],
  ['*/*', null],
  ['', null],
])('%s is "%s"', (accept, words) => {
  expect(describeAccept(acceptRules(accept), en, format)).toBe(words)
})

it.each([
  ['image/*,.pdf', { 'image/*': [], 'application/pdf': ['.pdf'] }],
  [{ 'image/*': ['.heic'] }, { 'image/*': [], 'image/heic': ['.heic'] }],
  // Of a drawing no browser knows the type: anything that is dragged may be one.
  ['.dwg,.pdf', undefined],
  ['*/*', undefined],
  [undefined, undefined],
])('%j can be told while it is dragged by %j', (accept, types) => {
  expect(draggedTypes(accept)).toEqual(types)
})
