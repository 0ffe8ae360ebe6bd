'use client'

import { useSyncExternalStore } from 'react'
import type { QueueGate } from '../../core/index.js'
import { useProvider } from '../provider/files-context.js'

/** Why the queue starts nothing. The same object until that changes. */
export function useQueueGate(): QueueGate {
  const { queue } = useProvider()
  return useSyncExternalStore(queue.store.subscribe, queue.getGate, queue.getGate)
}
