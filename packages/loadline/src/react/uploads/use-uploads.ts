'use client'

import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { UploadSelector, UploadStatus } from '../../core/index.js'
import { useProvider } from '../provider/files-context.js'

const none: readonly string[] = []
const noUploads = () => none

/** The ids of the uploads, in the order they were added. The same array until membership changes. */
export function useUploads({ scope, statuses }: UploadSelector = {}): readonly string[] {
  const { queue } = useProvider()
  const statusKey = statuses?.join()
  const filter = useMemo<UploadSelector>(
    () => ({ scope, statuses: statusKey?.split(',') as readonly UploadStatus[] | undefined }),
    [scope, statusKey],
  )
  const subscribe = useCallback(
    (listener: () => void) => queue.subscribeIds(filter, listener),
    [queue, filter],
  )
  return useSyncExternalStore(subscribe, () => queue.getIds(filter), noUploads)
}
