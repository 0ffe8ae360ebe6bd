import type { FileFolder, FileListQuery, StoredFile, UploadTask } from '../../core/index.js'
import { compareForSort, type Sortable } from './compare-for-sort.js'
import { matchesQuery } from './matches-query.js'
import type { OverlayEntry, OverlaySnapshot } from './upload-overlay.js'

export type FileRow =
  | { readonly kind: 'stored'; readonly id: string; readonly file: StoredFile }
  /** `task` as it was when its status last changed: `useUpload(id)` has its progress. */
  | { readonly kind: 'upload'; readonly id: string; readonly task: UploadTask }
  | { readonly kind: 'folder'; readonly id: string; readonly folder: FileFolder }

export interface MergeInput {
  /** What the loaded pages hold, without doubles. */
  readonly files: readonly StoredFile[]
  /** Epoch ms, of the oldest of these pages. */
  readonly requestedAt: number
  readonly hasMore: boolean
  readonly overlay: OverlaySnapshot
  readonly query: FileListQuery
}

export interface MergedRows {
  readonly rows: readonly FileRow[]
  /** Rows that no page holds. */
  readonly extra: number
}

/** How long a page may lack a confirmed file before it is taken for deleted. */
const patienceMs = 5000

interface Placed extends Sortable {
  readonly row: FileRow
}

/** The stored files with the live uploads in place. A row keeps its key from upload to stored file. */
export function mergeRows(input: MergeInput): MergedRows {
  const { files, overlay, query, hasMore } = input
  const entries = new Map(overlay.entries.map((entry) => [entry.key, entry]))
  const stored = files.map((file): Placed => {
    const key = overlay.keys.get(file.id) ?? overlay.keys.get(file.clientId ?? '') ?? file.id
    const entry = entries.get(key)
    entries.delete(key)
    return { ...sortableFile(file), row: storedRow(key, file, entry) }
  })
  const extra = [...entries.values()].filter((entry) => isDrawn(entry, input)).map(placeOf)
  // Without uploads nothing is compared: a collator takes a millisecond.
  const compare = extra.length === 0 ? null : compareForSort(query.sort)
  if (compare === null) return rowsOf([...extra.toReversed(), ...stored], extra.length)

  const placed = [...stored]
  let count = 0
  for (const one of extra.toSorted(compare)) {
    const at = placed.findIndex((other) => compare(one, other) < 0)
    // It belongs to a page that is not loaded yet.
    if (at === -1 && hasMore) continue
    placed.splice(at === -1 ? placed.length : at, 0, one)
    count += 1
  }
  return rowsOf(placed, count)
}

function rowsOf(placed: readonly Placed[], extra: number): MergedRows {
  return { rows: placed.map(({ row }) => row), extra }
}

/** The page holds the file: it stands where the backend sorted it. */
function storedRow(key: string, file: StoredFile, entry: OverlayEntry | undefined): FileRow {
  if (entry !== undefined && entry.isOnQueue && isLive(entry.task, file)) {
    return { kind: 'upload', id: key, task: entry.task }
  }
  const newer = entry?.file && isNewer(entry.file, file) ? entry.file : file
  return { kind: 'stored', id: key, file: newer }
}

/** A file that the backend calls ready is ready, whatever became of the answer to the upload. */
function isLive({ status }: UploadTask, file: StoredFile): boolean {
  if (status === 'failed') return file.status !== 'ready'
  return status !== 'ready' && status !== 'processing' && status !== 'cancelled'
}

export function isNewer(one: StoredFile, other: StoredFile): boolean {
  return one.updatedAt !== null && other.updatedAt !== null && one.updatedAt > other.updatedAt
}

function isDrawn(entry: OverlayEntry, { query, requestedAt }: MergeInput): boolean {
  if (entry.task.status === 'cancelled') return false
  if (entry.readyAt !== null && requestedAt > entry.readyAt + patienceMs) return false
  return matchesQuery(entry, query)
}

function placeOf({ key, task, file, addedIndex }: OverlayEntry): Placed {
  const row: FileRow =
    file === null ? { kind: 'upload', id: key, task } : { kind: 'stored', id: key, file }
  return { row, name: task.name, size: task.size, isUpload: true, addedIndex }
}

function sortableFile({ name, size }: StoredFile): Sortable {
  return { name, size: size ?? 0, isUpload: false, addedIndex: 0 }
}
