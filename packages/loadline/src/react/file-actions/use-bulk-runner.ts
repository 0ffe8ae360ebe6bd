'use client'

import { useState } from 'react'
import {
  isUploadError,
  UploadError,
  type BulkFailure,
  type BulkResult,
  type StoredFile,
} from '../../core/index.js'
import type { FileRow } from '../file-list/merge-rows.js'
import type { RestOfAll } from '../file-selection/reduce-selection.js'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import { useMessages } from '../messages/words.js'
import type { BulkFailures } from './failures-dialog.js'
import type { FileTarget } from './collect-ids.js'
import type { BulkOptions } from './create-file-actions.js'
import { filesOf } from './default-actions.js'

export interface BulkWork {
  readonly isDelete: boolean
  readonly call: (target: FileTarget, options: BulkOptions) => Promise<BulkResult>
  readonly onDone?: FileSelectionResult['forget'] | undefined
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

  const runKnowing = async (
    files: Map<string, StoredFile>,
    work: BulkWork,
    target: FileTarget,
    options: BulkOptions = {},
  ): Promise<void> => {
    const onFiles = (found: readonly StoredFile[]): void => {
      for (const file of found) files.set(file.id, file)
    }
    const result = await work
      .call(target, { ...options, onFiles })
      .catch((error: unknown) => failWhole(error))
    const { done, failed } = result
    const isUnknown = failed[0]?.id === ''
    if (!isUnknown) work.onDone?.(done, restOf(target, failed))
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
    const onRetry = (ids: readonly string[]) =>
      void runKnowing(files, work, isUnknown ? target : ids)
    setFailures({ result, files, isDelete: work.isDelete, onRetry })
  }
  const run: BulkRunner['run'] = (work, target, options) =>
    runKnowing(new Map(filesOf(rows).map((file) => [file.id, file])), work, target, options)
  return { run, failures, dismiss: () => setFailures(null), announcement, announce }
}

function restOf(target: FileTarget, failed: readonly BulkFailure[]): RestOfAll | undefined {
  if (!('kind' in target) || target.kind === 'ids') return undefined
  return { query: target.query, ids: failed.map(({ id }) => id) }
}

/** It could not be found out which files are meant. */
function failWhole(thrown: unknown): BulkResult {
  const error = isUploadError(thrown) ? thrown : new UploadError('cancelled', { cause: thrown })
  return { done: [], failed: [{ id: '', error }] }
}
