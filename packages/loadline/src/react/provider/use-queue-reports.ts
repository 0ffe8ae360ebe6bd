'use client'

import { useEffect } from 'react'
import type { UploadQueue } from '../../core/index.js'
import { useNewest } from '../hooks/use-newest.js'
import type { UploadReports } from '../uploads/upload-reports.js'
import { watchUploads } from '../uploads/watch-uploads.js'

/** The application-wide callbacks: of all uploads of the queue. */
export function useQueueReports(queue: UploadQueue, reports: UploadReports): void {
  const newest = useNewest(reports)
  useEffect(
    () =>
      watchUploads({
        queue,
        reports: () => {
          const { onUploadReady, onUploadFailed, onSettled } = newest.current
          return { onUploadReady, onUploadFailed, onSettled }
        },
        isOwn: () => true,
        isQuiet: () => {
          const { queued, signing, uploading, finalizing, paused, waiting } =
            queue.getTotals().counts
          return queued + signing + uploading + finalizing + paused + waiting === 0
        },
      }),
    [queue, newest],
  )
}
