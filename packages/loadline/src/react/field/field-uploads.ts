import type { StoredFile, UploadQueue, UploadTask } from '../../core/index.js'
import { arrangeItems, valueWith, type FieldUpload } from './field-items.js'

export interface FieldState {
  readonly uploads: readonly FieldUpload[]
  /** Of a field that keeps its value itself. */
  readonly value: readonly string[]
}

export type ValueChangeReason = 'upload' | 'remove' | 'replace' | 'reset'

export interface ValueChangeDetails {
  readonly reason: ValueChangeReason
  /** The files behind the ids, as far as they were uploaded here. */
  readonly files: readonly StoredFile[]
}

export type OnValueChange = (value: string[], details: ValueChangeDetails) => void

/** The value of a field, and the uploads on their way into it. */
export class FieldUploads {
  readonly #queue: UploadQueue
  readonly #listeners = new Set<() => void>()
  #state: FieldState
  /** The newest that was asked for: the application may not have rendered it yet. */
  #value: readonly string[]
  #idsVersion = -1

  constructor(queue: UploadQueue, value: readonly string[]) {
    this.#queue = queue
    this.#value = value
    this.#state = { uploads: [], value }
  }

  readonly getState = (): FieldState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    const own = (): void => listener()
    this.#listeners.add(own)
    return () => this.#listeners.delete(own)
  }

  get value(): readonly string[] {
    return this.#value
  }

  /** What the application holds. */
  syncValue(value: readonly string[]): void {
    this.#value = value
  }

  setValue(value: readonly string[]): void {
    this.#value = value
    this.#set({ ...this.#state, value })
  }

  adopt(added: readonly Omit<FieldUpload, 'status' | 'file'>[]): void {
    if (added.length === 0) return
    const pending = added.map((upload): FieldUpload => ({
      ...upload,
      status: 'pending',
      file: null,
    }))
    this.#set({ ...this.#state, uploads: [...this.#state.uploads, ...pending] })
  }

  forget(uploadIds: readonly string[]): void {
    if (uploadIds.length === 0) return
    const gone = new Set(uploadIds)
    const uploads = this.#state.uploads.filter(({ uploadId }) => !gone.has(uploadId))
    this.#set({ ...this.#state, uploads })
  }

  /** `onStored` is called with the new value whenever uploads have been stored, and when one of them fails later. */
  watch(onStored: (value: readonly string[], reason: ValueChangeReason) => void): () => void {
    const look = (): void => {
      const { idsVersion } = this.#queue.store.getState()
      if (idsVersion === this.#idsVersion) return
      this.#idsVersion = idsVersion
      const change = this.#refresh()
      if (change !== null) queueMicrotask(() => onStored(change.value, change.reason))
    }
    this.#idsVersion = -1
    look()
    return this.#queue.store.subscribe(look)
  }

  #refresh(): { value: readonly string[]; reason: ValueChangeReason } | null {
    const before = this.#state.uploads
    const now = before.flatMap((upload) => refreshed(upload, this.#queue.getTask(upload.uploadId)))
    if (now.length === before.length && now.every((upload, index) => upload === before[index])) {
      return null
    }
    const former = new Map(before.map((upload) => [upload.uploadId, upload]))
    const stored = now.filter(
      ({ file, uploadId }) => file !== null && former.get(uploadId)?.file === null,
    )
    const lost = now.flatMap(({ file, uploadId }) =>
      file === null ? (former.get(uploadId)?.file?.id ?? []) : [],
    )
    const value = valueWith(now, this.#value, stored).filter((id) => !lost.includes(id))
    this.#set({ ...this.#state, uploads: now })
    if (stored.length === 0 && lost.length === 0) return null
    this.#value = value
    const isReplaced = stored.some(({ replaces }) => replaces.length > 0)
    return { value, reason: isReplaced ? 'replace' : 'upload' }
  }

  #set(state: FieldState): void {
    this.#state = state
    for (const listener of [...this.#listeners]) listener()
  }
}

/** Gone without a file: taken off the queue before it was stored. */
function refreshed(
  upload: FieldUpload,
  task: UploadTask | undefined,
): FieldUpload | readonly never[] {
  if (task === undefined) return upload.file === null ? [] : upload
  const file = task.status === 'ready' || task.status === 'processing' ? task.file : null
  const status = statusOf(task, file)
  if (upload.status === status && upload.file === file) return upload
  return { ...upload, status, file }
}

function statusOf(task: UploadTask, file: StoredFile | null): FieldUpload['status'] {
  if (file !== null) return 'stored'
  return task.status === 'failed' || task.status === 'cancelled' ? task.status : 'pending'
}

/** The files of a value that were uploaded here. */
export function filesOf({ uploads }: FieldState, value: readonly string[]): readonly StoredFile[] {
  return arrangeItems(uploads, value).flatMap(({ file }) => file ?? [])
}
