import {
  storedFile,
  type FileListQuery,
  type StoredFile,
  type UploadTask,
} from '../../core/index.js'
import { applyChanges, type FileChange } from '../file-actions/file-changes.js'
import { mergeRows, type FileRow } from './merge-rows.js'
import { emptyOverlay, nextSnapshot } from './upload-overlay.js'

/** Letters that an alphabet and code points order differently. */
const names = ['b.pdf', 'A.pdf', 'a.pdf', 'Z.pdf', 'é.pdf', 'B.pdf'] as const

type Sort = NonNullable<FileListQuery['sort']>
export const sorts: readonly Sort[] = [
  { key: 'createdAt', direction: 'desc' },
  { key: 'createdAt', direction: 'asc' },
  { key: 'name', direction: 'asc' },
  { key: 'size', direction: 'desc' },
  { key: 'contentType', direction: 'asc' },
]

interface Page {
  readonly files: readonly StoredFile[]
  readonly requestedAt: number
  readonly total: number
  readonly hasMore: boolean
}

/** By code point, where a browser sorts by alphabet: a server that collates otherwise. */
function collate(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}

/**
 * A list, its queue and its backend, and everything that can happen to them in any order, for tests. What is drawn comes
 * from the code; what must be drawn is told by the model.
 */
export class ListModel {
  #now = 1000
  #added = 0
  #tasks: UploadTask[] = []
  #overlay = emptyOverlay
  #stored: StoredFile[] = []
  readonly #changes: Record<string, FileChange> = {}
  #query: FileListQuery
  #page: Page | null = null
  readonly #flying: Page[] = []
  readonly tombs = new Set<string>()
  readonly #pageSize: number

  constructor(sort: number, pageSize: number) {
    this.#query = { sort: sorts[sort % sorts.length] }
    this.#pageSize = pageSize
    for (const name of ['m.pdf', 'C.pdf']) this.#store(`old-${name}`, null, name)
  }

  get rows(): readonly FileRow[] {
    return this.#merged().rows
  }

  /** What must be drawn, by the clientId or the id of its file. */
  get expected(): { readonly must: ReadonlySet<string>; readonly may: ReadonlySet<string> } {
    const must = new Set<string>()
    const may = new Set<string>()
    for (const file of this.#page?.files ?? []) must.add(subjectOfFile(file))
    for (const task of this.#overlay.entries.map((entry) => entry.task)) {
      if (task.status === 'cancelled') continue
      // Beyond the last page it is not drawn.
      if (this.#page?.hasMore === true) may.add(task.clientId)
      else must.add(task.clientId)
    }
    for (const id of this.tombs) {
      must.delete(id)
      may.delete(id)
    }
    return { must, may }
  }

  get pageOrder(): readonly string[] {
    return (this.#page?.files ?? []).map(subjectOfFile)
  }

  get counts() {
    const { extra, hidden, hiddenExtra } = this.#merged()
    return { extra: extra - hiddenExtra, hidden, inPage: this.#page?.files.length ?? 0 }
  }

  add(seed: number): void {
    const id = String(this.#added)
    this.#added += 1
    this.#tasks.push(uploading(id, names[seed % names.length] ?? 'x.pdf', seed))
    this.#refresh()
  }

  /** The backend has it; the answer is on its way. */
  finalize(seed: number): void {
    const task = this.#pick(seed, ['uploading'])
    if (task === undefined || this.#fileOf(task) !== undefined) return
    // A backend names the file when it signs, or repeats the id that it was given.
    const clientId = task.fileId === null ? task.clientId : null
    this.#store(`file-${task.id}`, clientId, task.name, task.size)
  }

  /** The answer is here. */
  confirm(seed: number): void {
    const task = this.#pick(seed, ['uploading'])
    const file = task && this.#fileOf(task)
    if (task === undefined || file === undefined) return
    this.#replace({ ...task, status: 'ready', file })
  }

  cancel(seed: number): void {
    const task = this.#pick(seed, ['uploading'])
    if (task === undefined || this.#fileOf(task) !== undefined) return
    this.#replace({ ...task, status: 'cancelled' })
  }

  /** Those that are done leave the queue, one or all. */
  clear(seed: number): void {
    const task = this.#pick(seed, ['ready', 'cancelled'])
    this.#tasks = this.#tasks.filter((one) => one !== task)
    this.#refresh()
  }

  ask(): void {
    const all = this.#answer()
    this.#flying.push({
      ...{ files: all.slice(0, this.#pageSize), requestedAt: this.#now, total: all.length },
      hasMore: all.length > this.#pageSize,
    })
    this.#now += 1
  }

  /** Of answers that overtake each other an older one is dropped, as the query cache does. */
  land(seed: number): void {
    const [page] = this.#flying.splice(seed % Math.max(1, this.#flying.length), 1)
    if (page === undefined || page.requestedAt < (this.#page?.requestedAt ?? 0)) return
    this.#page = page
  }

  /** Somebody here deletes it, and the backend does. */
  remove(seed: number): void {
    const drawn = this.rows.flatMap((row) => (row.kind === 'stored' ? [row.file] : []))
    const file = drawn[seed % Math.max(1, drawn.length)]
    if (file === undefined) return
    this.#stored = this.#stored.filter(({ id }) => id !== file.id)
    this.#changes[file.id] = { change: 'deleted', settledAt: this.#now }
    this.tombs.add(subjectOfFile(file))
    this.#now += 1
  }

  sort(seed: number): void {
    this.#query = { sort: sorts[seed % sorts.length] }
    this.#flying.length = 0
    this.ask()
    this.#page = null
    this.land(0)
  }

  wait(seed: number): void {
    this.#now += seed * 10
  }

  #store(id: string, clientId: string | null, name: string, size = 10): void {
    const at = new Date(this.#now).toISOString()
    this.#now += 1
    const file = {
      id,
      clientId,
      name,
      size,
      status: 'ready' as const,
      createdAt: at,
      updatedAt: at,
    }
    this.#stored.push(storedFile(file))
  }

  #fileOf(task: UploadTask): StoredFile | undefined {
    return this.#stored.find(({ id }) => id === `file-${task.id}`)
  }

  #pick(seed: number, statuses: readonly UploadTask['status'][]): UploadTask | undefined {
    const fitting = this.#tasks.filter(({ status }) => statuses.includes(status))
    return fitting[seed % Math.max(1, fitting.length)]
  }

  #replace(task: UploadTask): void {
    this.#tasks = this.#tasks.map((one) => (one.id === task.id ? task : one))
    this.#refresh()
  }

  #refresh(): void {
    this.#overlay = nextSnapshot(this.#overlay, this.#tasks, this.#now)
    this.#now += 1
  }

  #answer(): readonly StoredFile[] {
    const { key, direction } = this.#query.sort ?? { key: 'createdAt', direction: 'desc' }
    const sign = direction === 'asc' ? 1 : -1
    return this.#stored.toSorted((one, other) => {
      if (key === 'size') return sign * ((one.size ?? 0) - (other.size ?? 0))
      return sign * collate(String(one[key]), String(other[key]))
    })
  }

  #merged() {
    const { files, requestedAt, hasMore } = this.#page ?? {
      ...{ files: [], requestedAt: Infinity, hasMore: false },
    }
    const asked = { files, requestedAt: this.#page === null ? 0 : requestedAt, hasMore }
    const { rows, extra } = mergeRows({ ...asked, overlay: this.#overlay, query: this.#query })
    const changed = applyChanges(rows, this.#changes, {
      ...{ files, requestedAt: asked.requestedAt, countedAt: asked.requestedAt },
      filter: undefined,
    })
    return { ...changed, extra }
  }
}

function uploading(id: string, name: string, size: number): UploadTask {
  const clientId = `client-${id}`
  return {
    ...{ id: `task-${id}`, clientId, generation: 1, name, path: null },
    fileId: size % 2 === 0 ? `file-task-${id}` : null,
    ...{ size, contentType: 'application/pdf', scope: null, sentBytes: 0, confirmedBytes: 0 },
    ...{ epoch: 1, addedAt: 1, canPause: false, canCancel: true, canRetry: false },
    request: {
      ...{ clientId, name, path: null, size, checksum: null, contentType: 'application/pdf' },
      ...{ preferredKinds: [], category: null, folderId: null, visibility: null },
      ...{ associations: [], metadata: {}, isDraft: false },
    },
    ...{ status: 'uploading', phase: 'sending', parts: null },
  }
}

/** What a row stands for, whether it is an upload or a file. */
export function subjectOf(row: FileRow): string {
  if (row.kind === 'upload') return row.task.clientId
  return row.kind === 'stored' ? subjectOfFile(row.file) : row.id
}

function subjectOfFile({ id }: StoredFile): string {
  return id.replace('file-task-', 'client-')
}
