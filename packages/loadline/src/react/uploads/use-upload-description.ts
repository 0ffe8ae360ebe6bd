'use client'

import type { UploadTask } from '../../core/index.js'
import { useSecondsUntil } from '../hooks/use-seconds-until.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { describeUpload, type UploadDescription } from './describe-upload.js'
import { useQueueGate } from './use-queue-gate.js'
import { waitOf } from './wait-of.js'

/** An upload's status in words and signs, which count down while it backs off. */
export function useUploadDescription(task: UploadTask): UploadDescription {
  const messages = useMessages()
  const { format } = useProvider()
  const isLimited = useQueueGate().blockedBy === 'rate-limit'
  const isBackingOff = waitOf(task) === 'backoff'
  const secondsLeft = useSecondsUntil(
    task.status === 'waiting' && isBackingOff ? task.retryAt : null,
  )
  return describeUpload(task, messages, format, { secondsLeft, isLimited })
}
