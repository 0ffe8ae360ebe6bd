import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { storedFile, UploadError } from '../contract/index.js'
import type { FileStatus, UploadStatus, UploadTask } from '../contract/index.js'
import { createTask } from '../intake/create-task.js'
import { defineAdapter } from '../contract/define-adapter.js'
import { handlers, transition } from './transition.js'
import type { UploadEvent } from './upload-event.js'

const { features } = defineAdapter({ name: 'test', features: { canUndoFinalize: true } })
const cannotUndo = { canUndoFinalize: false }
const file = new File(['12345'], 'a.txt', { type: 'text/plain' })
const answer = (status: FileStatus) => storedFile({ id: 'file-1', name: 'a.txt', size: 5, status })

const statuses = Object.keys(handlers) as readonly UploadStatus[]

const events = {
  'slot-granted': () => ({ type: 'slot-granted', phase: 'requesting' }),
  'phase-began': (epoch) => ({ type: 'phase-began', epoch, phase: 'hashing' }),
  'file-prepared': (epoch) => ({
    type: 'file-prepared',
    epoch,
    name: 'b.txt',
    size: 9,
    contentType: 'text/plain',
    checksum: null,
  }),
  'ticket-received': (epoch) => ({
    type: 'ticket-received',
    epoch,
    fileId: 'file-1',
    partCount: 2,
  }),
  'sending-began': (epoch) => ({ type: 'sending-began', epoch }),
  'sending-stalled': (epoch) => ({ type: 'sending-stalled', epoch }),
  'part-stored': (epoch) => ({ type: 'part-stored', epoch, done: 1, confirmedBytes: 3 }),
  'upload-lost': (epoch) => ({ type: 'upload-lost', epoch, clientId: 'next' }),
  'bytes-missing': (epoch) => ({ type: 'bytes-missing', epoch }),
  'retry-planned': (epoch) => ({ type: 'retry-planned', epoch, retryAt: 5_000 }),
  'processing-answered: processing': (epoch) => processed(epoch, 'processing'),
  'processing-answered: ready': (epoch) => processed(epoch, 'ready'),
  'processing-answered: error': (epoch) => processed(epoch, 'error'),
  'processing-late': (epoch) => ({ type: 'processing-late', epoch }),
  'bytes-stored': (epoch) => ({ type: 'bytes-stored', epoch }),
  'finalize-answered: ready': (epoch) => finalized(epoch, 'ready'),
  'finalize-answered: unknown': (epoch) => finalized(epoch, 'unknown'),
  'finalize-answered: processing': (epoch) => finalized(epoch, 'processing'),
  'finalize-answered: error': (epoch) => finalized(epoch, 'error'),
  'finalize-answered: cancelled': (epoch) => finalized(epoch, 'cancelled'),
  'finalize-answered: upload_pending': (epoch) => finalized(epoch, 'upload_pending'),
  'step-failed: retryable': (epoch) => failedWith(epoch, 'network'),
  'step-failed: fatal': (epoch) => failedWith(epoch, 'forbidden'),
  'cancel-requested': () => ({ type: 'cancel-requested' }),
  'retry-requested': () => ({ type: 'retry-requested', clientId: 'next' }),
  interrupted: () => ({ type: 'interrupted', clientId: 'next' }),
  'pause-requested': () => ({ type: 'pause-requested' }),
  'resume-requested': () => ({ type: 'resume-requested' }),
  'hold-requested': () => ({ type: 'hold-requested' }),
  'release-requested': () => ({ type: 'release-requested' }),
  'wait-began: offline': () => ({ type: 'wait-began', reason: 'offline' }),
  'wait-began: auth': () => ({ type: 'wait-began', reason: 'auth' }),
  'wait-began: file': () => ({ type: 'wait-began', reason: 'file' }),
  'wait-began: permission': () => ({ type: 'wait-began', reason: 'permission' }),
  'wait-began: other-tab': () => ({ type: 'wait-began', reason: 'other-tab' }),
  'wait-ended: backoff': () => ({ type: 'wait-ended', reason: 'backoff', at: 9_000 }),
  'wait-ended: offline': () => ({ type: 'wait-ended', reason: 'offline', at: 1_000 }),
  'wait-ended: file': () => ({ type: 'wait-ended', reason: 'file', at: 9_000 }),
  'file-provided: the same': () => ({ type: 'file-provided', clientId: null }),
  'file-provided: another': () => ({ type: 'file-provided', clientId: 'next' }),
} satisfies Record<string, (epoch: number) => UploadEvent>

function finalized(epoch: number, status: FileStatus): UploadEvent {
  return { type: 'finalize-answered', epoch, file: answer(status), at: 1_000 }
}

function processed(epoch: number, status: FileStatus): UploadEvent {
  return { type: 'processing-answered', epoch, file: answer(status) }
}

function failedWith(epoch: number, code: 'network' | 'forbidden'): UploadEvent {
  return { type: 'step-failed', epoch, error: new UploadError(code), step: 'store' }
}

function taskIn(status: UploadStatus): UploadTask {
  const base = createTask({ file, path: null }, {}, features, ['put'], 0)
  const states: { readonly [S in UploadStatus]: Partial<UploadTask> } = {
    queued: { status: 'queued', isHeld: false },
    signing: { status: 'signing', phase: 'requesting' },
    uploading: { status: 'uploading', phase: 'sending', parts: null },
    finalizing: { status: 'finalizing' },
    processing: { status: 'processing', file: answer('processing'), since: 0, isLate: false },
    paused: { status: 'paused', resumeTo: 'create' },
    waiting: { status: 'waiting', reason: 'backoff', resumeTo: 'create', retryAt: null },
    ready: { status: 'ready', file: answer('ready') },
    failed: {
      status: 'failed',
      error: new UploadError('network'),
      step: 'store',
      bytesSafe: false,
    },
    cancelled: { status: 'cancelled' },
  }
  return { ...base, epoch: 3, ...states[status] } as UploadTask
}

describe('the transition table', () => {
  it('is this matrix of statuses and events', () => {
    const rows = Object.entries(events).map(([name, make]) => {
      const cells = statuses.map((status) => {
        const task = taskIn(status)
        const next = transition(task, make(task.epoch), features)
        if (next === task) return '·'
        return next.generation > task.generation ? `${next.status}*` : next.status
      })
      return [name, ...cells]
    })
    const table = [['', ...statuses], ...rows]
      .map((row) =>
        row
          .map((cell, i) => cell.padEnd(i === 0 ? 36 : 12))
          .join('')
          .trimEnd(),
      )
      .join('\n')
    expect(`\n${table}\n(* in a new generation)\n`).toMatchSnapshot()
  })

  it('drops every answer of another epoch', () => {
    for (const status of statuses) {
      const task = taskIn(status)
      for (const make of Object.values(events)) {
        const event = make(task.epoch - 1)
        if ('epoch' in event) expect(transition(task, event, features)).toBe(task)
      }
    }
  })

  it('keeps a file that is being confirmed where a finalise cannot be undone', () => {
    const task = { ...taskIn('finalizing'), canCancel: false }
    expect(transition(task, { type: 'cancel-requested' }, cannotUndo)).toBe(task)
    const uploading = taskIn('uploading')
    const next = transition(uploading, { type: 'bytes-stored', epoch: 3 }, cannotUndo)
    expect(next).toMatchObject({ status: 'finalizing', canCancel: false })
  })

  it('confirms again, without new bytes, where the store has them all', () => {
    const failed = transition(
      taskIn('finalizing'),
      { type: 'step-failed', epoch: 3, error: new UploadError('network'), step: 'finalize' },
      features,
    )
    expect(failed).toMatchObject({ status: 'failed', bytesSafe: true, canRetry: true })
    const again = transition(failed, { type: 'retry-requested', clientId: 'next' }, features)
    expect(again).toMatchObject({ status: 'finalizing', generation: 1, clientId: failed.clientId })
  })

  it('begins a new generation after a fatal failure and after a cancel', () => {
    for (const make of [events['step-failed: fatal'], events['cancel-requested']]) {
      const ended = transition(taskIn('uploading'), make(3), features)
      const again = transition(ended, { type: 'retry-requested', clientId: 'next' }, features)
      expect(again).toMatchObject({
        status: 'queued',
        generation: 2,
        clientId: 'next',
        sentBytes: 0,
        fileId: null,
      })
      expect(again.request.clientId).toBe('next')
    }
  })

  it('holds its promises over 20,000 random events', () => {
    const anyEvent = fc.tuple(
      fc.constantFrom(...Object.values(events)),
      fc.integer({ min: 0, max: 2 }),
    )
    fc.assert(
      fc.property(fc.array(anyEvent, { minLength: 40, maxLength: 40 }), (script) => {
        let task: UploadTask = taskIn('queued')
        let serial = 0
        for (const [make, age] of script) {
          const made = make(task.epoch - age)
          const event =
            'clientId' in made && made.clientId !== null
              ? { ...made, clientId: `client-${serial++}` }
              : made
          const next = transition(task, event, features)
          expect(next.id).toBe(task.id)
          expect(next.epoch).toBeGreaterThanOrEqual(task.epoch)
          expect(next.generation).toBeGreaterThanOrEqual(task.generation)
          expect(next.clientId === task.clientId).toBe(next.generation === task.generation)
          expect(next.request.clientId).toBe(next.clientId)
          if (task.status === 'ready') expect(next).toBe(task)
          const isAsked = ['retry-requested', 'cancel-requested', 'file-provided'].includes(
            event.type,
          )
          const isTruth = event.type === 'finalize-answered' && next.status === 'ready'
          if (task.status === 'failed' || task.status === 'cancelled') {
            expect(next === task || isAsked || isTruth).toBe(true)
          }
          task = next
        }
      }),
      { numRuns: 500 },
    )
  })
})
