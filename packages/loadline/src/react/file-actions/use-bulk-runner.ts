'use client'

import { useState } from 'react'
import { isUploadError, UploadError, type BulkResult, type StoredFile } from '../../core/index.js'
import type { FileRow } from '../file-list/merge-rows.js'
import { useMessages } from '../messages/words.js'
import type { BulkFailures } from './failures-dialog.js'
import type { FileTarget } from './collect-ids.js'
import type { BulkOptions } from './create-file-actions.js'
import { filesOf } from './default-actions.js'

export interface BulkWork {
  readonly isDelete: boolean
  readonly call: (target: FileTarget, options: BulkOptions) => Promise<BulkResult>
  readonly onDone?: ((ids: readonly string[]) => void) | undefined
}

export interface BulkRunner {
  readonly run: (work: BulkWork, target: FileTarget, options?: BulkOptions) => Promise<void>
  /** What of the last one did not go well. */
  readonly failures: BulkFailures | null
  readonly dismiss: () => void
  readonly announcement: string
  readonly announce: (text: string) => void
}

/** Does something to many files, says what became of it in one sentence, and keeps what failed to be tried again. */
export function useBulkRunner(rows: readonly FileRow[]): BulkRunner {
  const messages = useMessages()
  const [failures, setFailures] = useState<BulkFailures | null>(null)
  const [announcement, announce] = useState('')

  const run: BulkRunner['run'] = async (work, target, options = {}) => {
    const files = new Map(filesOf(rows).map((file): [string, StoredFile] => [file.id, file]))
    const result = await work.call(target, options).catch((error: unknown) => failWhole(error))
    const { done, failed } = result
    work.onDone?.(done)
    const words = work.isDelete
      ? { all: messages.filesDeleted, part: messages.partlyDeleted }
      : { all: messages.filesChanged, part: messages.partlyChanged }
    announce(
      failed.length === 0
        ? words.all({ count: done.length })
        : words.part({ done: done.length, count: failed.length }),
    )
    // Who stopped it knows.
    if (failed.every(({ error }) => error.code === 'cancelled')) return
    const isSelection = done.length === 0 && failed.every(({ id }) => id === '')
    const onRetry = (ids: readonly string[]) => void run(work, isSelection ? target : ids)
    setFailures({ result, files, isDelete: work.isDelete, onRetry })
  }
  return { run, failures, dismiss: () => setFailures(null), announcement, announce }
}

/** It could not be found out which files are meant. */
function failWhole(thrown: unknown): BulkResult {
  const error = isUploadError(thrown) ? thrown : new UploadError('cancelled', { cause: thrown })
  return { done: [], failed: [{ id: '', error }] }
}
