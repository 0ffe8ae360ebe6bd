import type { SettledUploads, UploadTask } from '../contract/index.js'
import { isSettled } from './upload-event.js'

interface Waiter {
  readonly ids: readonly string[]
  unsettled: number
  readonly resolve: (uploads: SettledUploads) => void
}

/** Promises of uploads that settle. Each change of status costs only the waiters of that task. */
export interface SettleWaiters {
  wait(ids: readonly string[]): Promise<SettledUploads>
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
    wait(ids) {
      const own = [...new Set(ids)]
      const unsettled = own.filter((id) => !isDone(get(id) ?? null)).length
      if (unsettled === 0) return Promise.resolve(outcome(own))
      return new Promise((resolve) => {
        const waiter: Waiter = { ids: own, unsettled, resolve }
        for (const id of own) {
          const waiters = byId.get(id) ?? new Set()
          byId.set(id, waiters.add(waiter))
        }
      })
    },
    changed(before, after) {
      const waiters = byId.get(before.id)
      if (waiters === undefined || isDone(before) === isDone(after)) return
      for (const waiter of [...waiters]) {
        waiter.unsettled += isDone(after) ? -1 : 1
        if (waiter.unsettled === 0) finish(waiter)
      }
    },
  }
}

/** A file in processing is stored and confirmed: a scanner that hangs must not hang who waits. */
function isDone(task: UploadTask | null): boolean {
  return task === null || task.status === 'processing' || isSettled(task.status)
}
