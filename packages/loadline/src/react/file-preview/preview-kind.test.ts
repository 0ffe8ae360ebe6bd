import { expect, it } from 'vitest'
import { previewKind } from './preview-kind.js'

it.each([
  ['photo', 'image/PNG', 'image'],
  ['photo.jpg', 'application/octet-stream', 'image'],
  ['photo.heic', 'image/heic', null],
  ['clip', 'video/mp4; codecs="avc1"', 'video'],
  ['song.mp3', '', 'audio'],
  ['plan.pdf', 'application/pdf', 'pdf'],
  ['notes.md', 'text/markdown', 'text'],
  ['data', 'application/ld+json', 'text'],
  ['drawing.svg', 'image/svg+xml', 'text'],
  ['page.html', 'text/html', 'text'],
  ['page.xhtml', 'application/xhtml+xml', 'text'],
  ['plan.zip', 'application/zip', null],
  ['looks.png', 'application/zip', null],
  ['tables.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', null],
  ['strange.constructor', '', null],
])('%s (%s) is shown as %s', (name, contentType, kind) => {
  expect(previewKind({ name, contentType })).toBe(kind)
})
