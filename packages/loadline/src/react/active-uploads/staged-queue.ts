import {
  createUploadQueue,
  UploadError,
  type FileAdapter,
  type UploadQueue,
  type UploadState,
  type UploadTask,
  type WaitReason,
} from '../../core/index.js'

export interface StagedQueue {
  readonly queue: UploadQueue
  /** In the order of the states. */
  readonly ids: readonly string[]
  /** Puts one upload into another state, and tells who shows it. */
  setState(id: string, state: UploadState): void
}

/** A queue in which nothing happens by itself: each upload stands in the state that a test gives it. */
export function createStagedQueue(
  adapter: FileAdapter,
  states: readonly UploadState[],
): StagedQueue {
  const queue = createUploadQueue({ adapter, autoUpload: false })
  const files = states.map(
    (_, index) =>
      new File([new Uint8Array(64_500)], `Berth plan ${String(index)}, general arrangement.pdf`),
  )
  const { ids } = queue.add(files)
  const stateOf = new Map(ids.map((id, index) => [id, states[index]]))
  const taskOf = new Map<string, UploadTask>()
  const listeners = new Map<string, Set<() => void>>()

  function stage(id: string): UploadTask | undefined {
    const real = queue.getTask(id)
    if (real === undefined) return undefined
    const abilities = { canCancel: true, canPause: true, canRetry: true, sentBytes: 22_000 }
    return Object.assign({ ...real }, abilities, stateOf.get(id))
  }
  return {
    queue: {
      ...queue,
      getTask(id) {
        const task = taskOf.get(id) ?? stage(id)
        if (task !== undefined) taskOf.set(id, task)
        return task
      },
      subscribeTask(id, listener) {
        const own = listeners.get(id) ?? new Set()
        listeners.set(id, own.add(listener))
        return () => own.delete(listener)
      },
    },
    ids,
    setState(id, state) {
      stateOf.set(id, state)
      taskOf.delete(id)
      for (const listener of listeners.get(id) ?? []) listener()
    },
  }
}

const file = { id: '1', name: 'file' } as never
const reasons: readonly WaitReason[] = [
  ...(['backoff', 'offline', 'auth', 'file', 'permission', 'other-tab'] as const),
]
const storage = { details: { limit: 1_200_000_000 } }

/** Every status, wait and kind of failure. */
export const everyState: readonly UploadState[] = [
  { status: 'queued', isHeld: false },
  { status: 'queued', isHeld: true },
  { status: 'signing', phase: 'requesting' },
  { status: 'uploading', phase: 'sending', parts: null },
  { status: 'finalizing' },
  { status: 'processing', file, since: 0, isLate: true },
  { status: 'paused', resumeTo: 'store' },
  ...reasons.map((reason): UploadState => {
    const retryAt = reason === 'backoff' ? Date.now() + 30_000 : null
    return { status: 'waiting', reason, resumeTo: 'store', retryAt }
  }),
  { status: 'ready', file },
  failed('store', new UploadError('network')),
  failed('create', new UploadError('quota', storage)),
  failed('finalize', new UploadError('server'), true),
  { status: 'cancelled' },
]

function failed(
  step: 'create' | 'store' | 'finalize',
  error: UploadError,
  bytesSafe = false,
): UploadState {
  return { status: 'failed', step, error, bytesSafe }
}
