'use client'

import { useSyncExternalStore } from 'react'
import type { UploadQueue, WaitReason } from '../../core/index.js'
import { useProvider } from '../provider/files-context.js'
import { waitOf } from '../uploads/wait-of.js'

const needful = new Set<WaitReason | undefined>(['file', 'permission', 'auth'])

/** How many uploads cannot go on without the person. */
export function useNeedYou(scope: string | undefined): number {
  return useQueueFact((queue) => countNeedYou(queue, scope))
}

export function countNeedYou(queue: UploadQueue, scope: string | undefined): number {
  return idsThatNeedYou(queue, scope).length
}

/** In the order they were added. */
export function idsThatNeedYou(queue: UploadQueue, scope: string | undefined): readonly string[] {
  return queue.getIds({ scope, statuses: ['waiting'] }).filter((id) => needsPerson(queue, id))
}

/** Everything that is left waits for its release. */
export function useIsAllHeld(scope: string | undefined): boolean {
  return useQueueFact((queue) => {
    const queued = queue.getIds({ scope, statuses: ['queued'] })
    const { signing, uploading, finalizing, waiting, paused } = queue.getTotals(scope).counts
    const others = signing + uploading + finalizing + waiting + paused
    return queued.length > 0 && others === 0 && queued.every((id) => isHeld(queue, id))
  })
}

function useQueueFact<T extends number | boolean>(read: (queue: UploadQueue) => T): T {
  const { queue } = useProvider()
  const get = () => read(queue)
  return useSyncExternalStore(queue.store.subscribe, get, get)
}

export function needsPerson(queue: UploadQueue, id: string): boolean {
  const task = queue.getTask(id)
  return task !== undefined && needful.has(waitOf(task))
}

function isHeld(queue: UploadQueue, id: string): boolean {
  const task = queue.getTask(id)
  return task?.status === 'queued' && task.isHeld
}
