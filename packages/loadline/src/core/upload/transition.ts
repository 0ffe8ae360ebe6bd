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
import type { UploadEvent } from './upload-event.js'

type EventOf<T extends UploadEvent['type']> = Extract<UploadEvent, { type: T }>
type Handlers<S extends UploadStatus> = {
  readonly [T in UploadEvent['type']]?: (task: TaskIn<S>, event: EventOf<T>) => UploadTask
}

export type TransitionPolicy = Pick<AdapterFeatures, 'canUndoFinalize'>

const queued: UploadState = { status: 'queued', isHeld: false }
const cancelled: UploadState = { status: 'cancelled' }

const cancel = (task: UploadTask): UploadTask => enter(nextEpoch(task), cancelled)

const fail = (task: UploadTask, { error, step }: EventOf<'step-failed'>): UploadTask =>
  enter(nextEpoch(task), {
    status: 'failed',
    error,
    step,
    bytesSafe: step === 'finalize' && error.isRetryable,
  })

const restart = (task: UploadTask, { clientId }: { readonly clientId: string }): UploadTask =>
  enter(nextGeneration(task, clientId), queued)

/** What each status does with each event. A missing cell: the event does not apply, the task stays as it is. */
export const handlers: { readonly [S in UploadStatus]: Handlers<S> } = {
  queued: {
    'slot-granted': (task) => enter(nextEpoch(task), { status: 'signing', phase: 'requesting' }),
    'cancel-requested': cancel,
  },
  signing: {
    'ticket-received': (task, { fileId }) =>
      enter({ ...task, fileId }, { status: 'uploading', phase: 'sending', parts: null }),
    'step-failed': fail,
    'cancel-requested': cancel,
    interrupted: restart,
  },
  uploading: {
    'bytes-stored': (task) =>
      enter({ ...task, sentBytes: task.size, confirmedBytes: task.size }, { status: 'finalizing' }),
    'step-failed': fail,
    'cancel-requested': cancel,
    interrupted: restart,
  },
  finalizing: {
    'finalize-answered': (task, { file, at }) =>
      enter({ ...task, fileId: file.id }, settle(file, at)),
    'step-failed': fail,
    'cancel-requested': (task) => (task.canCancel ? cancel(task) : task),
  },
  processing: {
    'cancel-requested': (task) => (task.canCancel ? cancel(task) : task),
  },
  paused: { 'cancel-requested': cancel },
  waiting: { 'cancel-requested': cancel },
  ready: {},
  failed: {
    'cancel-requested': cancel,
    'retry-requested': (task, { clientId }) => {
      if (task.bytesSafe) return enter(nextEpoch(task), { status: 'finalizing' })
      return task.error.isRetryable
        ? enter(nextEpoch(task), queued)
        : enter(nextGeneration(task, clientId), queued)
    },
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
  const isCommitting = task.status === 'finalizing' || task.status === 'processing'
  return {
    ...task,
    canPause: false,
    canCancel: isCommitting ? canUndoFinalize : !['ready', 'cancelled'].includes(task.status),
    canRetry: task.status === 'failed' || task.status === 'cancelled',
  }
}

/** The base alone: a union's spread would carry the former state's own fields along. */
function enter(task: UploadTask, state: UploadState): UploadTask {
  const base: TaskBase = {
    id: task.id,
    clientId: task.clientId,
    generation: task.generation,
    fileId: task.fileId,
    name: task.name,
    path: task.path,
    size: task.size,
    contentType: task.contentType,
    scope: task.scope,
    request: task.request,
    sentBytes: task.sentBytes,
    confirmedBytes: task.confirmedBytes,
    epoch: task.epoch,
    addedAt: task.addedAt,
    canPause: task.canPause,
    canCancel: task.canCancel,
    canRetry: task.canRetry,
  }
  return { ...base, ...state }
}

function nextEpoch(task: UploadTask): UploadTask {
  return { ...task, epoch: task.epoch + 1 }
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

/** The finalise answer decides where the task ends. */
function settle(file: StoredFile, at: number): UploadState {
  switch (file.status) {
    case 'ready':
    case 'unknown':
      return { status: 'ready', file }
    case 'processing':
      return { status: 'processing', file, since: at, isLate: false }
    case 'cancelled':
      return { status: 'cancelled' }
    case 'error':
      return failedBy(file, 'process', 'The backend could not process the file.')
    case 'upload_pending':
      return failedBy(file, 'finalize', 'The backend still waits for the bytes.')
  }
}

function failedBy(file: StoredFile, step: 'process' | 'finalize', message: string): UploadState {
  const error = new UploadError('validation', { message, details: { fileId: file.id } })
  return { status: 'failed', error, step, bytesSafe: false }
}
