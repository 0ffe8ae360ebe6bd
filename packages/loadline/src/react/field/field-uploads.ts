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
  /** Files that were part of the value once: what of them is missing has been taken out. */
  readonly #taken = new Set<string>()
  /** Files that the backend gave up after they were stored. */
  readonly #lost = new Set<string>()
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

  /** What the application holds. A file that it was told of, and has not taken yet, stays asked for: a router, say, takes its time. */
  syncValue(value: readonly string[]): void {
    for (const id of value) this.#taken.add(id)
    this.#value = this.#withStored(value)
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

  /** What was stored is not asked for again. */
  startAnew(): void {
    for (const { file } of this.#state.uploads) if (file !== null) this.#taken.add(file.id)
  }

  /** `onStored` is called with the new value whenever uploads have been stored, and when one of them fails later. */
  watch(onStored: (value: readonly string[], reason: ValueChangeReason) => void): () => void {
    let isWatching = true
    const look = (): void => {
      const { idsVersion } = this.#queue.store.getState()
      if (idsVersion === this.#idsVersion) return
      this.#idsVersion = idsVersion
      // The value changes together with what is pending: between the two a form would be sent without the file.
      queueMicrotask(() => {
        const change = isWatching ? this.#refresh() : null
        if (change !== null) onStored(change.value, change.reason)
      })
    }
    this.#idsVersion = -1
    look()
    const unsubscribe = this.#queue.store.subscribe(look)
    return () => {
      isWatching = false
      unsubscribe()
    }
  }

  #refresh(): { value: readonly string[]; reason: ValueChangeReason } | null {
    const before = this.#state.uploads
    const now = before.flatMap((upload) => refreshed(upload, this.#queue.getTask(upload.uploadId)))
    if (now.length === before.length && now.every((upload, index) => upload === before[index])) {
      return null
    }
    const former = new Map(before.map((upload) => [upload.uploadId, upload.file]))
    const stored = now.filter(({ file, uploadId }) => file !== null && !former.get(uploadId))
    const lost = now.flatMap(({ file, uploadId }) =>
      file === null ? (former.get(uploadId)?.id ?? []) : [],
    )
    for (const id of lost) this.#lost.add(id)
    this.#set({ ...this.#state, uploads: now })
    if (stored.length === 0 && lost.length === 0) return null
    this.#value = this.#withStored(this.#value)
    const isReplaced = stored.some(({ replaces }) => replaces.length > 0)
    return { value: this.#value, reason: isReplaced ? 'replace' : 'upload' }
  }

  #withStored(value: readonly string[]): readonly string[] {
    const { uploads } = this.#state
    const stored = uploads.filter(
      ({ file }) => file !== null && !this.#taken.has(file.id) && !value.includes(file.id),
    )
    return valueWith(uploads, value, stored).filter((id) => !this.#lost.has(id))
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
