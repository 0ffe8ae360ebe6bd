'use client'

import { useMemo } from 'react'
import type { UploadQueue } from '../../core/index.js'
import { useProvider } from '../provider/files-context.js'

export type UploadActions = Pick<
  UploadQueue,
  'add' | 'cancel' | 'retry' | 'remove' | 'clearSettled'
>

/** What can be done with uploads. The same object as long as the queue is the same. */
export function useUploadActions(): UploadActions {
  const { queue } = useProvider()
  return useMemo(
    () => ({
      add: (files, options) => queue.add(files, options),
      cancel: (selection) => {
        queue.cancel(selection)
      },
      retry: (selection) => {
        queue.retry(selection)
      },
      remove: (selection) => {
        queue.remove(selection)
      },
      clearSettled: (selection) => {
        queue.clearSettled(selection)
      },
    }),
    [queue],
  )
}
