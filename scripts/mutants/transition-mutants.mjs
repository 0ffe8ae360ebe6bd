import { bugsIn } from './mutant.mjs'

/** The table of states. */
export const transitionMutants = bugsIn(
  'upload/transition.ts',
  ['transition'],
  [
    [
      'an answer of a past epoch is taken',
      "if ('epoch' in event && event.epoch !== task.epoch) return task",
      '',
    ],
    [
      'a finalise that fails forgets that the bytes are safe',
      "const bytesSafe = step === 'finalize' && error.isRetryable",
      'const bytesSafe = false',
    ],
    [
      'a file is paused while it is confirmed',
      "return resumeTo === 'finalize' ? task : leave(task, { status: 'paused', resumeTo })",
      "return leave(task, { status: 'paused', resumeTo })",
    ],
    [
      'a network that is back ends a backoff early',
      'return task.retryAt !== null && at < task.retryAt',
      'return false',
    ],
    [
      'a queued file waits for the network',
      "event.reason === 'offline' || event.reason === 'auth' ? task : wait(task, event)",
      'wait(task, event)',
    ],
    [
      'a new generation keeps the old progress',
      'fileId: null,\n    sentBytes: 0,',
      'fileId: null,',
    ],
    [
      'a new generation asks under the old clientId',
      'request: { ...task.request, clientId },',
      'request: task.request,',
    ],
    [
      'a finalise that cannot be undone is cancelled',
      'task.canCancel ? cancel(task) : task',
      'cancel(task)',
    ],
    [
      'a failed file stays failed though the backend has it',
      "event.file.status === 'ready' ? settleBy(task, event) : task",
      'task',
    ],
  ],
)
