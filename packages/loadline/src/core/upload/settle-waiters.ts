import type { SettledUploads, UploadTask } from '../contract/index.js'
import { isSettled } from './upload-event.js'

/** A file in processing is stored and confirmed: by default a scanner that hangs does not hang who waits. */
export type WaitUntil = 'finalized' | 'ready'

interface Waiter {
  readonly ids: readonly string[]
  readonly until: WaitUntil
  unsettled: number
  readonly resolve: (uploads: SettledUploads) => void
}

/** Promises of uploads that settle. Each change of status costs only the waiters of that task. */
export interface SettleWaiters {
  wait(ids: readonly string[], until: WaitUntil): Promise<SettledUploads>
  changed(before: UploadTask, after: UploadTask | null): void
}

export function createSettleWaiters(get: (id: string) => UploadTask | undefined): SettleWaiters {
  const byId = new Map<string, Set<Waiter>>()

  function outcome(ids: readonly string[]): SettledUploads {
    const having = (statuses: readonly string[]): readonly string[] =>
      ids.filter((id) => statuses.includes(get(id)?.status ?? 'removed'))
    return {
      ready: having(['ready', 'processing']),
      failed: having(['failed']),
      cancelled: having(['cancelled']),
    }
  }

  function finish(waiter: Waiter): void {
    for (const id of waiter.ids) {
      byId.get(id)?.delete(waiter)
      if (byId.get(id)?.size === 0) byId.delete(id)
    }
    waiter.resolve(outcome(waiter.ids))
  }

  return {
    wait(ids, until) {
      const own = [...new Set(ids)]
      const unsettled = own.filter((id) => !isDone(get(id) ?? null, until)).length
      if (unsettled === 0) return Promise.resolve(outcome(own))
      return new Promise((resolve) => {
        const waiter: Waiter = { ids: own, until, unsettled, resolve }
        for (const id of own) {
          const waiters = byId.get(id) ?? new Set()
          byId.set(id, waiters.add(waiter))
        }
      })
    },
    changed(before, after) {
      for (const waiter of [...(byId.get(before.id) ?? [])]) {
        const isOver = isDone(after, waiter.until)
        if (isDone(before, waiter.until) === isOver) continue
        waiter.unsettled += isOver ? -1 : 1
        if (waiter.unsettled === 0) finish(waiter)
      }
    },
  }
}

function isDone(task: UploadTask | null, until: WaitUntil): boolean {
  if (task === null || isSettled(task.status)) return true
  return until === 'finalized' && task.status === 'processing'
}
