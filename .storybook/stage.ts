import { createUploadQueue, UploadError, type UploadQueue } from 'loadline'
import type { UploadTransport } from 'loadline/core'
import {
  createMemoryBackend,
  type MemoryBackend,
  type MemoryBackendOptions,
} from 'loadline/testing'

/** What a story asks for with `parameters.stage`. */
export interface StageOptions extends MemoryBackendOptions {
  /** Files by name stop there, 0 to 1, until they are cancelled. */
  readonly stopsAt?: Readonly<Record<string, number>>
  /** Before the story is shown. */
  readonly prepare?: (stage: Stage) => void
}

/** A memory backend and a queue of its own, for one story. */
export interface Stage {
  readonly backend: MemoryBackend
  readonly queue: UploadQueue
}

export function createStage({ stopsAt = {}, prepare, ...options }: StageOptions): Stage {
  const backend = createMemoryBackend(options)
  const { transport } = backend
  const stopping: UploadTransport<'put'> = {
    ...transport,
    send(input) {
      const fraction = stopsAt[input.name]
      if (fraction === undefined) return transport.send(input)
      input.onProgress(input.file.size * fraction)
      return untilAborted(input.signal)
    },
  }
  const queue = createUploadQueue({
    adapter: backend.adapter,
    concurrency: 8,
    transports: [stopping],
  })
  const stage = { backend, queue }
  prepare?.(stage)
  return stage
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new UploadError('cancelled'))
    })
  })
}
