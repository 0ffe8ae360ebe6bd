'use client'

import { useState } from 'react'
import type { FileRow } from '../file-list/merge-rows.js'
import { useMessages } from '../messages/words.js'
import type { FileActions } from './create-file-actions.js'
import { reasonOf } from './reason-of.js'
import type { RenameOutcome } from './rename-field.js'

export interface Renaming {
  /** Of the row whose name is a field now. */
  readonly id: string | null
  readonly start: (row: FileRow) => void
  /** With the name as it was: the field goes. */
  readonly end: (row: FileRow, name: string) => RenameOutcome
}

/** One name at a time is a field: until the backend took the new one, or the old one stays. */
export function useRenaming(
  { renameFile }: FileActions,
  announce: (text: string) => void,
): Renaming {
  const messages = useMessages()
  const [id, setId] = useState<string | null>(null)
  const close = (row: FileRow): void => setId((old) => (old === row.id ? null : old))
  return {
    id,
    start: (row) => {
      if (renameFile !== null && row.kind === 'stored') setId(row.id)
    },
    end: async (row, name) => {
      if (renameFile === null || row.kind !== 'stored' || name === row.file.name) {
        close(row)
        return null
      }
      try {
        await renameFile(row.file.id, name)
        close(row)
        announce(messages.fileRenamed({ name }))
        return null
      } catch (error) {
        const reason = reasonOf(error, messages)
        announce(reason)
        return reason
      }
    },
  }
}
