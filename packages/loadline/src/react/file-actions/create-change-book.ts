import type { QueryClient } from '@tanstack/react-query'
import type { FileAdapter, StoredFile } from '../../core/index.js'
import { fileQueryKeys, type FilePageAddress } from '../../query/index.js'
import type { FileChange, FileChanges } from './file-changes.js'

export interface ChangeBook {
  /** Lists show it from now on. */
  readonly begin: (ids: readonly string[], change: FileChange['change']) => void
  /** The backend confirmed it, maybe with the file as it is now. */
  readonly settle: (ids: readonly string[], file?: StoredFile) => void
  readonly undo: (ids: readonly string[]) => void
  /** Asks anew for what is shown; the others when they are shown again. */
  readonly refresh: () => Promise<void>
}

/** Writes down what is done to files, in the query cache. */
export function createChangeBook(
  client: QueryClient,
  adapter: FileAdapter,
  userKey: string | undefined,
): ChangeBook {
  const key = fileQueryKeys.changes(adapter, userKey)
  /** What stood there before; a second change to a file whose first is still under way. */
  const before = new Map<string, FileChange | undefined>()
  const write = (ids: readonly string[], next: (id: string, old?: FileChange) => unknown): void => {
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
    begin: (ids, change) =>
      write(ids, (id, old) => {
        before.set(id, old)
        const isPatch = old !== undefined && change !== 'deleted' && old.change !== 'deleted'
        return { change: isPatch ? { ...old.change, ...change } : change, settledAt: null }
      }),
    settle: (ids, file) => {
      const settledAt = Date.now()
      write(ids, (_id, old) => old && { change: file ?? old.change, settledAt })
    },
    undo: (ids) => write(ids, (id) => before.get(id)),
    refresh: async () => {
      const files = fileQueryKeys.files(adapter, userKey)
      await client.invalidateQueries({ queryKey: files, refetchType: 'none' })
      await client.refetchQueries({
        queryKey: files,
        type: 'active',
        predicate: ({ queryKey }) => isCounted(queryKey.at(-1) as FilePageAddress),
      })
    },
  }
}

/** The first page, and those found by counting. What pages behind a cursor hold is covered by what is written down. */
function isCounted({ cursor }: FilePageAddress): boolean {
  return cursor === null
}
