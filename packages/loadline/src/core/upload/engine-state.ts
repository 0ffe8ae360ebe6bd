import type { Clock, FileAdapter, RetryPolicy, UploadTask } from '../contract/index.js'
import type { AbandonOutbox } from './abandon-outbox.js'
import type { PrivateUpload } from './private-upload.js'
import type { Gate } from './queue-gate.js'
import type { TaskStore } from './task-store.js'
import type { TicketDesk } from './ticket-desk.js'
import type { Trace } from './trace.js'
import type { UploadEvent } from './upload-event.js'

/** What the parts of the engine share. */
export interface EngineState {
  readonly adapter: FileAdapter
  readonly clock: Clock
  readonly store: TaskStore
  readonly gate: Gate
  readonly trace: Trace
  readonly uploads: ReadonlyMap<string, PrivateUpload>
  readonly outbox: AbandonOutbox
  readonly desk: TicketDesk
  readonly retryPolicy: RetryPolicy
  readonly isRunning: boolean
  /** The only way a task changes. `false`: the event did not apply. */
  dispatch(id: string, event: UploadEvent): boolean
  remove(id: string): void
  pump(): void
  /** The gate has changed: who looks is told, and what may start does. */
  gateChanged(): void
  /** A person must sign in. */
  askToSignIn(): void
  /** A new attempt of a task that holds a slot. */
  start(id: string): void
  readonly needsChecksum: (task: UploadTask) => boolean
  /** Puts the checksum of its file into a task's request. */
  readonly hash: (task: UploadTask, upload: PrivateUpload) => Promise<void>
}
