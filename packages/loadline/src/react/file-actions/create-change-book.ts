import type { QueryClient } from '@tanstack/react-query'
import type { FileAdapter, FileListQuery, FilePage, StoredFile } from '../../core/index.js'
import { fileQueryKeys, type FilePageAddress } from '../../query/index.js'
import type { FileChange, FileChanges } from './file-changes.js'

export interface ChangeBook {
  /** Lists show it from now on. */
  readonly begin: (ids: readonly string[], change: ChangeOf) => BegunChange
  /** What the backend told of a file by itself; nothing while something is done to the file here. */
  readonly learn: (file: StoredFile) => void
  /** Asks anew for what is shown; the others when they are shown again. */
  readonly refresh: () => Promise<void>
  /** What is known of files here, by id, as lists show them. */
  readonly files: () => ReadonlyMap<string, StoredFile>
}

/** A change that lists show already; for each of its files it ends by itself. */
export interface BegunChange {
  /** The backend confirmed it, maybe with more than was known before. */
  readonly settle: (ids: readonly string[], change?: ChangeOf) => void
  /** It shows no more; what else is done to the files does. */
  readonly undo: (ids: readonly string[]) => void
}

type Change = FileChange['change']
/** The same for all, or what each needs. */
export type ChangeOf = Change | ((id: string) => Change)

/** Writes down what is done to files, in the query cache. */
export function createChangeBook(
  client: QueryClient,
  adapter: FileAdapter,
  userKey: string | undefined,
): ChangeBook {
  const key = fileQueryKeys.changes(adapter, userKey)
  const write: Write = (ids, next) => {
    if (ids.length === 0) return
    client.setQueryData<FileChanges>(key, (old = {}) => {
      const entries = ids.map((id) => [id, next(id, old[id])] as const)
      const all = { ...old, ...Object.fromEntries(entries) }
      return Object.fromEntries(
        Object.entries(all).filter(([, change]) => change !== undefined),
      ) as FileChanges
    })
  }
  return {
    begin: (ids, change) => begin(write, ids, change),
    learn: (file) =>
      write([file.id], (_id, old) =>
        old?.settledAt === null ? old : { change: file, settledAt: Date.now() },
      ),
    refresh: () => refresh(client, adapter, userKey, client.getQueryData<FileChanges>(key) ?? {}),
    files: () => {
      const known = knownFiles(client, adapter, userKey)
      return withChanges(known, client.getQueryData<FileChanges>(key) ?? {})
    },
  }
}

async function refresh(
  client: QueryClient,
  adapter: FileAdapter,
  userKey: string | undefined,
  changes: FileChanges,
): Promise<void> {
  const files = fileQueryKeys.files(adapter, userKey)
  const single = fileQueryKeys.file(adapter, userKey, '').slice(0, -1)
  void client.invalidateQueries({ queryKey: single })
  dropEntered(client, files, changes)
  await client.invalidateQueries({ queryKey: files, refetchType: 'none' })
  await client.refetchQueries({
    queryKey: files,
    type: 'active',
    predicate: ({ queryKey }) => isCounted(queryKey.at(-1) as FilePageAddress),
  })
}

/** A folder that files came into would be shown without them first, and its focus be lost on what is not there. */
function dropEntered(
  client: QueryClient,
  queryKey: readonly unknown[],
  changes: FileChanges,
): void {
  const moved = Object.values(changes).flatMap(({ change }) =>
    change === 'deleted' || change.folderId === undefined ? [] : [change.folderId],
  )
  const entered = new Set<string | null | undefined>(moved)
  if (entered.size === 0) return
  client.removeQueries({
    queryKey,
    type: 'inactive',
    predicate: (query) => entered.has((query.queryKey.at(-2) as FileListQuery).filter?.folderId),
  })
}

/** Changes what is written down of each file. */
type Write = (
  ids: readonly string[],
  next: (id: string, old?: FileChange) => FileChange | undefined,
) => void

function begin(write: Write, ids: readonly string[], change: ChangeOf): BegunChange {
  const token = Symbol('change')
  write(ids, (id, old) => {
    const own = { token, change: changeFor(change, id) }
    return entryOf(baseOf(old), [...(old?.pending ?? []), own])
  })
  const end = (
    ended: readonly string[],
    after: (base: FileChange | undefined, own: Change, id: string) => FileChange | undefined,
  ): void =>
    write(ended, (id, old) => {
      const own = old?.pending?.find((one) => one.token === token)
      if (old?.pending === undefined || own === undefined) return old
      const left = old.pending.filter((one) => one !== own)
      return entryOf(after(old.base, own.change, id), left)
    })
  return {
    settle: (ended, more) => {
      const settledAt = Date.now()
      end(ended, (base, own, id) => {
        const known = joined(base?.change, own)
        const all = more === undefined ? known : joined(known, changeFor(more, id))
        return { change: all, settledAt }
      })
    },
    undo: (ended) => end(ended, (base) => base),
  }
}

function baseOf(entry: FileChange | undefined): FileChange | undefined {
  return entry?.pending === undefined ? entry : entry.base
}

function entryOf(
  base: FileChange | undefined,
  pending: NonNullable<FileChange['pending']>,
): FileChange | undefined {
  let change = base?.change
  for (const one of pending) change = joined(change, one.change)
  if (change === undefined || pending.length === 0) return base
  return { change, settledAt: null, base, pending }
}

function changeFor(change: ChangeOf, id: string): Change {
  return typeof change === 'function' ? change(id) : change
}

/** What is deleted stays so, whatever is told of it later. */
function joined(old: Change | undefined, next: Change): Change {
  return old === 'deleted' || next === 'deleted' ? 'deleted' : { ...old, ...next }
}

function withChanges(
  known: Map<string, StoredFile>,
  changes: FileChanges,
): ReadonlyMap<string, StoredFile> {
  for (const [id, { change }] of Object.entries(changes)) {
    const file = known.get(id)
    if (file !== undefined && change !== 'deleted') known.set(id, { ...file, ...change })
  }
  return known
}

/** By id, as the backend told of them last. */
function knownFiles(
  client: QueryClient,
  adapter: FileAdapter,
  userKey: string | undefined,
): Map<string, StoredFile> {
  const pages = client.getQueriesData<Partial<FilePage>>({
    queryKey: fileQueryKeys.files(adapter, userKey),
  })
  const single = client.getQueriesData<StoredFile>({
    queryKey: fileQueryKeys.file(adapter, userKey, '').slice(0, -1),
  })
  const files = [
    ...pages.flatMap(([, page]) => page?.files ?? []),
    ...single.flatMap(([, file]) => file ?? []),
  ]
  return new Map(files.map((file) => [file.id, file]))
}

/** The first page, and those found by counting. What pages behind a cursor hold is covered by what is written down. */
function isCounted({ cursor }: FilePageAddress): boolean {
  return cursor === null
}
