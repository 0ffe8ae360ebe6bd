'use client'

import { useEffect, useMemo } from 'react'
import { createChangeBook } from '../file-actions/create-change-book.js'
import { useProvider } from '../provider/files-context.js'
import type { FileRow } from './merge-rows.js'
import { ProcessingWatch } from './processing-watch.js'

/** Asked for at once. */
const mostFiles = 200

/** Asks for files in processing, each ever less often, until they are ready or have failed, or for too long. */
export function useProcessingFiles(rows: readonly FileRow[]): void {
  const { adapter, queryClient, userKey, renewals } = useProvider()
  const ids = useMemo(() => processingIds(rows), [rows])
  const watch = useMemo(() => {
    const book = createChangeBook(queryClient, adapter, userKey)
    return new ProcessingWatch({ ask: (id) => renewals.renew(id), onSettled: book.learn })
  }, [adapter, queryClient, userKey, renewals])
  useEffect(() => {
    if (renewals.isPossible) watch.follow(ids)
  }, [watch, ids, renewals])
  useEffect(() => () => watch.follow([]), [watch])
}

function processingIds(rows: readonly FileRow[]): readonly string[] {
  return rows
    .flatMap((row) =>
      row.kind === 'stored' && row.file.status === 'processing' ? row.file.id : [],
    )
    .slice(0, mostFiles)
}
