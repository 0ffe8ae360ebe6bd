'use client'

import { useMemo } from 'react'
import type { UploadQueue } from '../../core/index.js'
import { useProvider } from '../provider/files-context.js'

export type UploadActions = Pick<
  UploadQueue,
  | 'add'
  | 'pause'
  | 'resume'
  | 'cancel'
  | 'retry'
  | 'remove'
  | 'prioritize'
  | 'hold'
  | 'release'
  | 'clearSettled'
  | 'provideFile'
  | 'authenticated'
>

/** What can be done with uploads. The same object as long as the queue is the same. */
export function useUploadActions(): UploadActions {
  const { queue } = useProvider()
  return useMemo(
    () => ({
      add: (files, options) => queue.add(files, options),
      pause: (selection) => queue.pause(selection),
      resume: (selection) => queue.resume(selection),
      cancel: (selection) => queue.cancel(selection),
      retry: (selection) => queue.retry(selection),
      remove: (selection) => queue.remove(selection),
      prioritize: (selection) => queue.prioritize(selection),
      hold: (selection) => queue.hold(selection),
      release: (selection) => queue.release(selection),
      clearSettled: (selection) => queue.clearSettled(selection),
      provideFile: (id, file) => queue.provideFile(id, file),
      authenticated: () => queue.authenticated(),
    }),
    [queue],
  )
}
