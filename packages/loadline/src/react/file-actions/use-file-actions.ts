'use client'

import { useMemo } from 'react'
import { useProvider } from '../provider/files-context.js'
import { createChangeBook } from './create-change-book.js'
import { createFileActions, type FileActions } from './create-file-actions.js'

/** Renaming, deleting and the like, for a user interface of one's own. */
export function useFileActions(): FileActions {
  const { adapter, queryClient, userKey } = useProvider()
  return useMemo(
    () => createFileActions(adapter, createChangeBook(queryClient, adapter, userKey)),
    [adapter, queryClient, userKey],
  )
}
