import type { UploadQueue } from '../../core/index.js'
import type { DraftBook } from './draft-book.js'

export interface DraftSnapshot {
  /** Of the files that were uploaded into the draft and not taken out again. */
  readonly fileIds: readonly string[]
  readonly isPending: boolean
}

export interface DraftFiles {
  readonly subscribe: (listener: () => void) => () => void
  /** The same object until something changes. */
  readonly getSnapshot: () => DraftSnapshot
}

export const emptyDraft: DraftSnapshot = { fileIds: [], isPending: false }

/** A file that is stored stays in the draft when its upload is cleared from the queue. */
export function createDraftFiles(queue: UploadQueue, book: DraftBook, scope: string): DraftFiles {
  const files = new Map<string, string>()
  let snapshot = emptyDraft

  return {
    subscribe(listener) {
      const stops = [queue.store.subscribe(listener), book.subscribe(listener)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    getSnapshot() {
      let isPending = false
      for (const id of queue.getIds({ scope })) {
        const task = queue.getTask(id)
        if (task === undefined) continue
        if (task.status === 'ready' || task.status === 'processing') files.set(id, task.file.id)
        else if (task.status === 'failed') files.delete(id)
        else isPending ||= task.status !== 'cancelled'
      }
      const fileIds = [...files.values()].filter((fileId) => !book.hasLeft(scope, fileId))
      const isSame = isPending === snapshot.isPending && fileIds.join() === snapshot.fileIds.join()
      if (!isSame) snapshot = { fileIds, isPending }
      return snapshot
    },
  }
}
