import type { FileFilter, StoredFile } from '../../core/index.js'
import type { FileRow } from '../file-list/merge-rows.js'

/** What was done to one file here. Lists show it until their pages do. */
export interface FileChange {
  readonly change: 'deleted' | Partial<StoredFile>
  /** Epoch ms; `null`: the backend has not confirmed it. */
  readonly settledAt: number | null
  /** What of it is not confirmed, in the order in which it was begun. */
  readonly pending?: readonly PendingChange[] | undefined
  /** What was known without it. */
  readonly base?: FileChange | undefined
}

interface PendingChange {
  readonly token: symbol
  readonly change: FileChange['change']
}

/** By file id. */
export type FileChanges = Readonly<Record<string, FileChange>>

interface LoadedFiles {
  /** What the pages hold. */
  readonly files: readonly StoredFile[]
  /** Epoch ms, of the oldest page. */
  readonly requestedAt: number
  /** Epoch ms: the page that counts the files. */
  readonly countedAt: number
  readonly filter: FileFilter | undefined
}

interface ChangedRows {
  readonly rows: readonly FileRow[]
  /** Of the files that were counted, how many are drawn no more. */
  readonly hidden: number
  /** The same of those that no page holds. */
  readonly hiddenExtra: number
}

/** The rows as they are after what was done here: a page asked before it knows nothing of it. */
export function applyChanges(
  rows: readonly FileRow[],
  changes: FileChanges,
  { files, requestedAt, countedAt, filter }: LoadedFiles,
): ChangedRows {
  if (Object.keys(changes).length === 0) return { rows, hidden: 0, hiddenExtra: 0 }
  const inPages = new Set(files.map(({ id }) => id))
  let [hidden, hiddenExtra] = [0, 0]
  const left = rows.flatMap((row): FileRow[] => {
    if (row.kind !== 'stored') return [row]
    const known = changes[row.file.id]
    const isInPage = inPages.has(row.file.id)
    if (known === undefined || (isInPage && isOutdated(known, requestedAt))) return [row]
    const file = changedFile(row.file, known)
    if (file !== null && fits(file, filter)) return [{ ...row, file }]
    if (!isInPage) hiddenExtra += 1
    else if (!isOutdated(known, countedAt)) hidden += 1
    return []
  })
  return { rows: left, hidden, hiddenExtra }
}

function isOutdated({ settledAt }: FileChange, requestedAt: number): boolean {
  return settledAt !== null && requestedAt > settledAt
}

function changedFile(file: StoredFile, { change }: FileChange): StoredFile | null {
  return change === 'deleted' ? null : { ...file, ...change }
}

/** Whether a file is still one of those that were asked for, as far as it can be changed here. */
function fits(file: StoredFile, filter: FileFilter = {}): boolean {
  const { folderId, visibility, categories } = filter
  if (folderId !== undefined && file.folderId !== folderId) return false
  if (visibility !== undefined && file.visibility !== null && file.visibility !== visibility) {
    return false
  }
  return categories === undefined || categories.includes(file.category?.key ?? '')
}
