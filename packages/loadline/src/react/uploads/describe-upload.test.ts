import { describe, expect, it } from 'vitest'
import {
  storedFile,
  UploadError,
  type Step,
  type UploadState,
  type UploadTask,
} from '../../core/index.js'
import { createFormat } from '../format/create-format.js'
import { en } from '../messages/en.js'
import { describeUpload } from './describe-upload.js'

const format = createFormat(en, 'UTC')
const file = storedFile({ id: '1', name: 'a.mov' })

function taskIn(state: UploadState, sentBytes = 1_190_000_000): UploadTask {
  const [clientId, name, contentType, size] = ['c', 'a.mov', 'video/quicktime', 1_920_000_000]
  return {
    ...{ id: 't', clientId, generation: 1, fileId: '1', name, path: null, size, contentType },
    ...{ scope: null, sentBytes, confirmedBytes: 0, epoch: 1, addedAt: 0 },
    ...{ canPause: false, canCancel: true, canRetry: true },
    request: {
      ...{ clientId, name, path: null, contentType, size, preferredKinds: [], category: null },
      ...{ folderId: null, visibility: null, associations: [], metadata: {}, isDraft: false },
      checksum: null,
    },
    ...state,
  }
}

const failed = (error: UploadError, step: Step, bytesSafe = false) =>
  ({ status: 'failed', error, step, bytesSafe }) as const

const notProcessed = (statusReason: string | null) =>
  new UploadError('validation', { details: { statusReason } })

describe('words', () => {
  it.each<[UploadState, string]>([
    [{ status: 'queued', isHeld: false }, 'Queued · 1.92 GB'],
    [{ status: 'queued', isHeld: true }, 'Ready to upload · 1.92 GB'],
    [{ status: 'signing', phase: 'requesting' }, 'Preparing…'],
    [{ status: 'uploading', phase: 'sending', parts: null }, '1.19 of 1.92 GB'],
    [{ status: 'finalizing' }, 'Stored, confirming…'],
    [{ status: 'processing', file, since: 0, isLate: false }, 'Uploaded. Processing…'],
    [{ status: 'paused', resumeTo: 'store' }, 'Paused · 1.19 of 1.92 GB'],
    [
      { status: 'waiting', reason: 'offline', resumeTo: 'store', retryAt: null },
      'Offline. Resumes by itself',
    ],
    [{ status: 'ready', file }, 'Uploaded · 1.92 GB'],
    [{ status: 'cancelled' }, 'Cancelled'],
    [failed(new UploadError('network'), 'store'), 'The connection kept dropping'],
    [
      failed(new UploadError('too-large', { details: { limit: 1_000_000_000 } }), 'create'),
      '1.92 GB. The limit is 1 GB.',
    ],
    [failed(new UploadError('server'), 'finalize', true), 'Stored, but not confirmed'],
    [failed(notProcessed('infected'), 'process'), "Couldn't process · A virus was found in it"],
    [failed(notProcessed('Too many layers'), 'process'), "Couldn't process · Too many layers"],
    [failed(notProcessed('toString'), 'process'), "Couldn't process · toString"],
    [failed(notProcessed(null), 'process'), "The server didn't accept this file"],
  ])('of %j are %j', (state, words) => {
    expect(describeUpload(taskIn(state), en, format).words.join(' · ')).toBe(words)
  })
})

describe('the load line', () => {
  const drawn = (state: UploadState, sentBytes?: number) =>
    describeUpload(taskIn(state, sentBytes), en, format).drawn

  it('is drawn as far as bytes went, and stays where it stopped', () => {
    expect(drawn({ status: 'uploading', phase: 'sending', parts: null })).toBeCloseTo(0.62)
    expect(drawn(failed(new UploadError('network'), 'store'))).toBeCloseTo(0.62)
    expect(drawn(failed(new UploadError('forbidden'), 'create'), 0)).toBe(0)
  })

  it('is full while the backend is asked, and not drawn for what needs no line', () => {
    expect(drawn({ status: 'finalizing' })).toBe(1)
    expect(drawn(failed(new UploadError('server'), 'finalize', true))).toBe(0)
    expect(drawn(failed(notProcessed('infected'), 'process'), 1_920_000_000)).toBe(0)
    expect(drawn(failed(notProcessed(null), 'process'), 1_920_000_000)).toBe(0)
    expect(drawn({ status: 'queued', isHeld: false }, 0)).toBe(0)
  })
})

it('never says 100 % before the store has answered', () => {
  const sending = taskIn({ status: 'uploading', phase: 'sending', parts: null }, 1_919_999_999)
  expect(describeUpload(sending, en, format)).toMatchObject({ percent: 99, percentText: '99%' })
})

it('knows an empty file that is being sent from one that is stored', () => {
  const empty = (state: UploadState) => ({ ...taskIn(state, 0), size: 0 })
  const sending = empty({ status: 'uploading', phase: 'sending', parts: null })
  expect(describeUpload(sending, en, format).percent).toBe(0)
  expect(describeUpload(empty({ status: 'ready', file }), en, format).percent).toBe(100)
})
