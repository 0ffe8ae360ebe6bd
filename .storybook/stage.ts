import {
  createUploadQueue,
  UploadError,
  type UploadErrorCode,
  type UploadQueue,
  type UploadQueueOptions,
} from 'loadline'
import type { Clock, UploadTransport } from 'loadline/core'
import {
  createMemoryBackend,
  type MemoryBackend,
  type MemoryBackendOptions,
} from 'loadline/testing'
import { faultPlanOf, type FaultName } from './fault-plans.js'
import { createStillQueue, type StillOptions } from './still-queue.js'

/** What a story asks for with `parameters.stage`. */
export interface StageOptions extends MemoryBackendOptions {
  /** Files by name stop there, 0 to 1, until they are cancelled. */
  readonly stopsAt?: Readonly<Record<string, number>>
  /** Files by name fail in the store; those that also stop, there. */
  readonly failsInStore?: Readonly<Record<string, UploadErrorCode>>
  readonly uploads?: UploadQueueOptions
  /** Instead of a queue that works. */
  readonly still?: StillOptions
  /** Before the story is shown. */
  readonly prepare?: (stage: Stage) => void
}

/** What the toolbar asks for. */
export interface StageConditions {
  readonly delayMs: number
  readonly fault: FaultName
}

/** A memory backend and a queue of its own, for one story. */
export interface Stage {
  readonly backend: MemoryBackend
  readonly queue: UploadQueue
}

/** Every wait as long as it can be, so that a story can be looked at. */
const patientClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  random: () => 1,
  setTimeout(run, delayMs) {
    const timer = setTimeout(run, delayMs)
    return () => {
      clearTimeout(timer)
    }
  },
}

const neverOnline: NonNullable<UploadQueueOptions['connectivity']> = {
  isOnline: () => false,
  subscribe: () => () => undefined,
}

export function createStage(options: StageOptions, conditions: StageConditions): Stage {
  const backend = createMemoryBackend(options)
  const plan = faultPlanOf(conditions.fault)
  if (conditions.delayMs > 0) backend.setDelay(conditions.delayMs)
  plan.apply?.(backend)
  const { adapter } = backend
  const queue =
    options.still === undefined
      ? createUploadQueue({
          adapter,
          clock: patientClock,
          concurrency: 8,
          transports: [stopping(backend.transport, options)],
          ...(plan.isOffline === true ? { connectivity: neverOnline } : {}),
          ...options.uploads,
        })
      : createStillQueue(adapter, options.still)
  const stage = { backend, queue }
  options.prepare?.(stage)
  return stage
}

function stopping(
  transport: UploadTransport<'put'>,
  { stopsAt = {}, failsInStore = {} }: StageOptions,
): UploadTransport<'put'> {
  return {
    ...transport,
    send(input) {
      const fraction = stopsAt[input.name]
      const code = failsInStore[input.name]
      if (fraction !== undefined) input.onProgress(input.file.size * fraction)
      if (code !== undefined) return Promise.reject(new UploadError(code))
      return fraction === undefined ? transport.send(input) : untilAborted(input.signal)
    },
  }
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new UploadError('cancelled'))
    })
  })
}
