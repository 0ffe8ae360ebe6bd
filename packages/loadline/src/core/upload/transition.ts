import { UploadError } from '../contract/index.js'
import type {
  AdapterFeatures,
  StoredFile,
  TaskBase,
  TaskIn,
  UploadState,
  UploadStatus,
  UploadTask,
} from '../contract/index.js'
import { resumeStep, type ResumeTo, type UploadEvent } from './upload-event.js'

type EventOf<T extends UploadEvent['type']> = Extract<UploadEvent, { type: T }>
type Handlers<S extends UploadStatus> = {
  readonly [T in UploadEvent['type']]?: (task: TaskIn<S>, event: EventOf<T>) => UploadTask
}

export type TransitionPolicy = Pick<AdapterFeatures, 'canUndoFinalize'>

const queued: UploadState = { status: 'queued', isHeld: false }

/** Leaves the attempt: whatever it still answers is dropped. */
const leave = (task: UploadTask, state: UploadState): UploadTask =>
  enter({ ...task, epoch: task.epoch + 1 }, state)

const cancel = (task: UploadTask): UploadTask => leave(task, { status: 'cancelled' })

const cancelIfPossible = (task: UploadTask): UploadTask => (task.canCancel ? cancel(task) : task)

const restart = (task: UploadTask, { clientId }: { readonly clientId: string }): UploadTask =>
  enter(nextGeneration(task, clientId), queued)

const restartInSlot = (task: UploadTask, { clientId }: { readonly clientId: string }): UploadTask =>
  enter(nextGeneration(task, clientId), { status: 'signing', phase: 'requesting' })

const fail = (task: UploadTask, { error, step }: EventOf<'step-failed'>): UploadTask => {
  const bytesSafe = step === 'finalize' && error.isRetryable
  return leave(task, { status: 'failed', error, step, bytesSafe })
}

const pause = (task: UploadTask): UploadTask => {
  const resumeTo = stepOf(task)
  return resumeTo === 'finalize' ? task : leave(task, { status: 'paused', resumeTo })
}

const wait = (task: UploadTask, { reason }: EventOf<'wait-began'>): UploadTask =>
  leave(task, { status: 'waiting', reason, resumeTo: stepOf(task), retryAt: null })

/** The network and the sign-in are gates of the queue: a task that holds no slot stays where it is. */
const waitUnlessGate = (task: UploadTask, event: EventOf<'wait-began'>): UploadTask =>
  event.reason === 'offline' || event.reason === 'auth' ? task : wait(task, event)

const backOff = (task: UploadTask, { retryAt }: EventOf<'retry-planned'>): UploadTask =>
  leave(task, { status: 'waiting', reason: 'backoff', resumeTo: stepOf(task), retryAt })

const goOn = (task: TaskIn<'waiting'>): UploadTask =>
  leave(task, task.resumeTo === 'finalize' ? { status: 'finalizing' } : queued)

const settleBy = (task: UploadTask, { file }: { readonly file: StoredFile }): UploadTask =>
  enter({ ...task, fileId: file.id }, outcome(file, 0))

const describe = <T extends UploadTask>(
  task: T,
  { name, size, contentType, checksum }: EventOf<'file-prepared'>,
): T => ({
  ...task,
  name,
  size,
  contentType,
  request: { ...task.request, name, size, contentType, checksum },
})

/** What each status does with each event. A missing cell: the event does not apply, the task stays as it is. */
export const handlers: { readonly [S in UploadStatus]: Handlers<S> } = {
  queued: {
    /** Hashed ahead of its slot. */
    'file-prepared': describe,
    'slot-granted': (task, { phase }) =>
      task.isHeld ? task : leave(task, { status: 'signing', phase }),
    'hold-requested': (task) =>
      task.isHeld ? task : enter(task, { status: 'queued', isHeld: true }),
    'release-requested': (task) => (task.isHeld ? enter(task, queued) : task),
    'pause-requested': pause,
    'cancel-requested': cancel,
    'wait-began': waitUnlessGate,
    'step-failed': fail,
  },
  signing: {
    'phase-began': (task, { phase }) =>
      task.phase === phase ? task : enter(task, { status: 'signing', phase }),
    'file-prepared': describe,
    'ticket-received': (task, { fileId, partCount }) =>
      enter(
        { ...task, fileId },
        {
          status: 'uploading',
          phase: 'sending',
          parts: partCount === null ? null : { done: 0, total: partCount },
        },
      ),
    'upload-lost': restartInSlot,
    'retry-planned': backOff,
    'step-failed': fail,
    'pause-requested': pause,
    'cancel-requested': cancel,
    'wait-began': wait,
    interrupted: restart,
  },
  uploading: {
    'sending-began': (task) => (task.phase === 'sending' ? task : { ...task, phase: 'sending' }),
    'sending-stalled': (task) => (task.phase === 'stalled' ? task : { ...task, phase: 'stalled' }),
    'part-stored': (task, { done, confirmedBytes }) => ({
      ...task,
      confirmedBytes,
      parts: task.parts && { ...task.parts, done },
    }),
    'bytes-stored': (task) =>
      enter({ ...task, sentBytes: task.size, confirmedBytes: task.size }, { status: 'finalizing' }),
    'upload-lost': restartInSlot,
    'retry-planned': backOff,
    'step-failed': fail,
    'pause-requested': pause,
    'cancel-requested': cancel,
    'wait-began': wait,
    interrupted: restart,
  },
  finalizing: {
    'finalize-answered': (task, { file, at }) =>
      file.status === 'upload_pending'
        ? task
        : enter({ ...task, fileId: file.id }, outcome(file, at)),
    'bytes-missing': (task) => leave({ ...task, confirmedBytes: 0 }, queued),
    'upload-lost': restart,
    'retry-planned': backOff,
    'step-failed': fail,
    'cancel-requested': cancelIfPossible,
    'wait-began': wait,
  },
  processing: {
    'processing-answered': (task, event) =>
      event.file.status === 'processing' ? task : settleBy(task, event),
    'processing-late': (task) => (task.isLate ? task : { ...task, isLate: true }),
    'step-failed': fail,
    'cancel-requested': cancelIfPossible,
  },
  paused: {
    'resume-requested': (task) => leave(task, queued),
    'cancel-requested': cancel,
    'wait-began': waitUnlessGate,
  },
  waiting: {
    'wait-ended': (task, { reason, at }) => {
      if (task.reason !== reason) return task
      return task.retryAt !== null && at < task.retryAt
        ? leave(task, { ...stateOf(task), reason: 'backoff' })
        : goOn(task)
    },
    /** Another gate during backoff relabels, spends nothing, and keeps the earliest time. */
    'wait-began': (task, { reason }) =>
      task.reason === reason ? task : leave(task, { ...stateOf(task), reason }),
    'retry-requested': (task) => (task.reason === 'backoff' ? goOn(task) : task),
    /** Answered after all: the truth wins. */
    'finalize-answered': (task, event) =>
      task.resumeTo === 'finalize' ? settleBy(task, event) : task,
    'file-provided': (task, { clientId }) => {
      if (task.reason !== 'file') return task
      return clientId === null ? goOn(task) : restart(task, { clientId })
    },
    'pause-requested': pause,
    'cancel-requested': cancel,
  },
  ready: {},
  failed: {
    'retry-requested': (task, event) => {
      if (task.bytesSafe) return leave(task, { status: 'finalizing' })
      return task.error.isRetryable ? leave(task, queued) : restart(task, event)
    },
    'file-provided': (task, { clientId }) =>
      clientId !== null && task.error.code === 'file-changed' ? restart(task, { clientId }) : task,
    /** The truth wins, however late it comes. */
    'finalize-answered': (task, event) =>
      event.file.status === 'ready' ? settleBy(task, event) : task,
    'cancel-requested': cancel,
  },
  cancelled: { 'retry-requested': restart },
}

/**
 * The next snapshot of a task; the same object where the event does not apply, or answers an attempt of the past.
 * Pure. The one cast stands here: the table's key and the task's status are the same, which the type cannot say.
 */
export function transition(
  task: UploadTask,
  event: UploadEvent,
  policy: TransitionPolicy,
): UploadTask {
  if ('epoch' in event && event.epoch !== task.epoch) return task
  const handle = handlers[task.status][event.type] as
    | ((task: UploadTask, event: UploadEvent) => UploadTask)
    | undefined
  const next = handle?.(task, event) ?? task
  return next === task ? task : withAbilities(next, policy)
}

/** What a person may ask of a task in this state. */
function withAbilities(task: UploadTask, { canUndoFinalize }: TransitionPolicy): UploadTask {
  const { status } = task
  const step = resumeStep(task)
  const isCommitting = step === 'finalize' || status === 'processing'
  const isBackingOff = status === 'waiting' && task.reason === 'backoff'
  return {
    ...task,
    canPause: step !== null && step !== 'finalize' && status !== 'paused',
    canCancel: isCommitting ? canUndoFinalize : status !== 'ready' && status !== 'cancelled',
    canRetry: status === 'failed' || status === 'cancelled' || isBackingOff,
  }
}

/** The base alone: a union's spread would carry the former state's own fields along. */
function enter(task: UploadTask, state: UploadState): UploadTask {
  const { id, clientId, generation, fileId, name, path, size, contentType, scope, request } = task
  const { sentBytes, confirmedBytes, epoch, addedAt, canPause, canCancel, canRetry } = task
  const base: TaskBase = {
    id,
    clientId,
    generation,
    fileId,
    name,
    path,
    size,
    contentType,
    scope,
    request,
    sentBytes,
    confirmedBytes,
    epoch,
    addedAt,
    canPause,
    canCancel,
    canRetry,
  }
  return { ...base, ...state }
}

function stateOf({ status, reason, resumeTo, retryAt }: TaskIn<'waiting'>) {
  return { status, reason, resumeTo, retryAt }
}

/** Another `clientId` is another upload for the backend; nothing of the former one holds. */
function nextGeneration(task: UploadTask, clientId: string): UploadTask {
  return {
    ...task,
    clientId,
    generation: task.generation + 1,
    epoch: task.epoch + 1,
    fileId: null,
    sentBytes: 0,
    confirmedBytes: 0,
    request: { ...task.request, clientId },
  }
}

/** Where a live task goes on: a signature that is renewed belongs to the storing. */
function stepOf<T extends UploadTask>(
  task: T,
): T extends TaskIn<'queued' | 'signing' | 'uploading'> ? 'create' | 'store' : ResumeTo
function stepOf(task: UploadTask): ResumeTo {
  const step = resumeStep(task) ?? 'create'
  return step === 'create' && task.fileId !== null ? 'store' : step
}

/** The backend's status decides where the task ends. */
function outcome(file: StoredFile, at: number): UploadState {
  switch (file.status) {
    case 'ready':
    case 'unknown':
      return { status: 'ready', file }
    case 'processing':
      return { status: 'processing', file, since: at, isLate: false }
    case 'cancelled':
      return { status: 'cancelled' }
    case 'upload_pending':
    case 'error': {
      const error = new UploadError('validation', {
        message: 'The backend could not process the file.',
        details: { fileId: file.id, statusReason: file.statusReason },
      })
      return { status: 'failed', error, step: 'process', bytesSafe: false }
    }
  }
}
