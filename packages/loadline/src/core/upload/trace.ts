import type { Clock, JsonValue, UploadTask, UploadTraceEvent } from '../contract/index.js'
import type { UploadEvent } from './upload-event.js'

/** Who listens to every event of every upload. It costs nothing while nobody does. */
export class Trace {
  readonly #listeners = new Set<(event: UploadTraceEvent) => void>()
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  listen(listener: (event: UploadTraceEvent) => void): () => void {
    const own = (event: UploadTraceEvent): void => listener(event)
    this.#listeners.add(own)
    return () => this.#listeners.delete(own)
  }

  emit(type: string, taskId: string | null, data: Readonly<Record<string, JsonValue>>): void {
    if (this.#listeners.size === 0) return
    const event = Object.freeze({ type, taskId, at: this.#clock.now(), data })
    for (const listener of [...this.#listeners]) listener(event)
  }

  /** Words of our own only: no URL, no header, no name of a file. */
  changed(
    event: UploadEvent,
    { id, status, epoch, generation }: UploadTask,
    before: UploadTask,
  ): void {
    if (this.#listeners.size === 0) return
    const failure = event.type === 'step-failed' ? { code: event.error.code, step: event.step } : {}
    const reason = 'reason' in event ? { reason: event.reason } : {}
    this.emit(event.type, id, {
      from: before.status,
      status,
      epoch,
      generation,
      ...failure,
      ...reason,
    })
    if (generation > before.generation) this.emit('restarted', id, { reason: event.type })
  }
}
