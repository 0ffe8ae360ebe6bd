import { contentTypeOf } from '../intake/content-type.js'
import { Limiter } from '../http/limiter.js'
import { sha256 } from '../transports/read-blob.js'
import type { EngineState } from './engine-state.js'
import { lifeSignal, type PrivateUpload } from './private-upload.js'
import type { UploadTask } from '../contract/index.js'

/** What happens to a file before it is signed: `prepareFile`, two at a time, and the checksum. */
export class Preparer {
  readonly #engine: EngineState
  readonly #limiter = new Limiter(2)

  constructor(engine: EngineState) {
    this.#engine = engine
  }

  /** `false`: the task has moved on. */
  async prepare(id: string, epoch: number): Promise<boolean> {
    const upload = this.#engine.uploads.get(id)
    if (upload === undefined) return false
    const current = (): UploadTask | undefined => {
      const task = this.#engine.store.get(id)
      return task?.epoch === epoch ? task : undefined
    }
    if (!upload.isPrepared && !(await this.#change(upload, current))) return false
    const task = current()
    if (task !== undefined && this.#engine.needsChecksum(task)) await this.hash(task, upload)
    return current() !== undefined
  }

  async #change(upload: PrivateUpload, current: () => UploadTask | undefined): Promise<boolean> {
    const leave = await this.#limiter.acquire('')
    try {
      const task = current()
      if (task === undefined) return false
      const made = await upload.prepareFile?.(upload.source, { signal: lifeSignal(upload), task })
      if (current() === undefined) return false
      const { id, epoch, request } = task
      if (made === null || made === undefined) {
        this.#engine.trace.emit('file-rejected', id, { code: 'custom' })
        this.#engine.remove(id)
        this.#engine.pump()
        return false
      }
      const name = made instanceof File ? made.name : task.name
      const type = made.type === '' ? task.contentType : made.type
      const contentType = contentTypeOf({ name, type })
      upload.file = made
      upload.isPrepared = true
      const { checksum } = request
      const prepared = { type: 'file-prepared', epoch, name, size: made.size } as const
      return this.#engine.dispatch(id, { ...prepared, contentType, checksum })
    } finally {
      leave()
    }
  }

  async hash(task: UploadTask, upload: PrivateUpload): Promise<void> {
    const { dispatch } = this.#engine
    const { id, epoch, name, size, contentType } = task
    dispatch(id, { type: 'phase-began', epoch, phase: 'hashing' })
    const checksum = { algorithm: 'sha-256', value: await sha256(upload.file) } as const
    dispatch(id, { type: 'file-prepared', epoch, name, size, contentType, checksum })
    dispatch(id, { type: 'phase-began', epoch, phase: 'requesting' })
  }
}
