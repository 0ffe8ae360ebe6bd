import { expect, it } from 'vitest'
import { defineAdapter } from '../contract/define-adapter.js'
import type { UploadTask } from '../contract/index.js'
import { createTask } from '../intake/create-task.js'
import { transition } from './transition.js'
import type { UploadEvent } from './upload-event.js'

const { features } = defineAdapter({ name: 'test' })
const file = new File(['12345'], 'a.txt')
const task = createTask({ file, path: null }, {}, features, ['put'], 0)
const apply = (from: UploadTask, ...events: readonly UploadEvent[]) =>
  events.reduce((now, event) => transition(now, event, features), from)

it('a wait that comes over a backoff keeps the earliest time of the retry', () => {
  const backoff = apply(
    task,
    { type: 'slot-granted', phase: 'requesting' },
    { type: 'retry-planned', epoch: 1, retryAt: 5_000 },
  )
  const offline = apply(backoff, { type: 'wait-began', reason: 'offline' })
  expect(offline).toMatchObject({ status: 'waiting', reason: 'offline', retryAt: 5_000 })
  const early = apply(offline, { type: 'wait-ended', reason: 'offline', at: 4_999 })
  expect(early).toMatchObject({ status: 'waiting', reason: 'backoff', retryAt: 5_000 })
  const late = apply(offline, { type: 'wait-ended', reason: 'offline', at: 5_000 })
  expect(late).toMatchObject({ status: 'queued' })
})

it('a file whose bytes are stored cannot be paused, whatever it waits for', () => {
  const waiting = apply(
    task,
    { type: 'slot-granted', phase: 'requesting' },
    { type: 'ticket-received', epoch: 1, fileId: 'f', partCount: null },
    { type: 'bytes-stored', epoch: 1 },
    { type: 'retry-planned', epoch: 1, retryAt: 5_000 },
  )
  expect(waiting).toMatchObject({ status: 'waiting', resumeTo: 'finalize', canPause: false })
  expect(apply(waiting, { type: 'pause-requested' })).toBe(waiting)
})

it('a new generation begins at nothing', () => {
  const moved = { ...task, sentBytes: 4, confirmedBytes: 3, fileId: 'f' }
  const again = apply(
    moved,
    { type: 'cancel-requested' },
    { type: 'retry-requested', clientId: 'next' },
  )
  expect(again).toMatchObject({ generation: 2, sentBytes: 0, confirmedBytes: 0, fileId: null })
})
