'use client'

import { useCallback, useSyncExternalStore } from 'react'
import type { UploadTask } from '../../core/index.js'
import { useProvider } from '../provider/files-context.js'

const noUpload = () => undefined

/** One upload; `undefined` once it was taken off the queue. Its progress renders only who asks for it. */
export function useUpload(id: string): UploadTask | undefined {
  const { queue } = useProvider()
  const subscribe = useCallback(
    (listener: () => void) => queue.subscribeTask(id, listener),
    [queue, id],
  )
  return useSyncExternalStore(subscribe, () => queue.getTask(id), noUpload)
}
