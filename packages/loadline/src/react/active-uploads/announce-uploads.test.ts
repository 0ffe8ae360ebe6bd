import { expect, it } from 'vitest'
import { en } from '../messages/en.js'
import type { UploadCounts } from '../messages/messages.js'
import { announceUploads } from './announce-uploads.js'

const none: UploadCounts = {
  ...{ active: 0, uploaded: 0, failed: 0, cancelled: 0, needYou: 0, total: 0 },
}
const counts = (given: Partial<UploadCounts>): UploadCounts => ({ ...none, ...given })
const say = (before: UploadCounts, after: UploadCounts) => announceUploads(before, after, en)

it('announces the start and what is added later', () => {
  expect(say(none, counts({ total: 3 }))).toBe('Uploading 3 files')
  expect(say(counts({ total: 3, uploaded: 1 }), counts({ total: 4, uploaded: 1 }))).toBe(
    'Uploading 3 files',
  )
})

it('says nothing of one file among many', () => {
  expect(say(counts({ total: 3 }), counts({ total: 3, active: 2, uploaded: 1 }))).toBeNull()
})

it('announces failures while others go on', () => {
  expect(say(counts({ total: 3 }), counts({ total: 3, failed: 1 }))).toBe('1 file failed')
})

it('announces what cannot go on without the person', () => {
  expect(say(counts({ total: 3 }), counts({ total: 3, needYou: 2 }))).toBe('2 files need you')
  expect(say(counts({ total: 3, needYou: 2 }), counts({ total: 3, needYou: 1 }))).toBeNull()
})

it('sums up the end', () => {
  expect(say(counts({ total: 1 }), counts({ total: 1, uploaded: 1 }))).toBe('1 file uploaded')
  expect(say(counts({ total: 3, uploaded: 2 }), counts({ total: 3, uploaded: 2, failed: 1 }))).toBe(
    '2 uploaded, 1 failed',
  )
  expect(say(counts({ total: 1 }), counts({ cancelled: 1 }))).toBe('1 file cancelled')
})
