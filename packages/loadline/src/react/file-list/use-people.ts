'use client'

import { useState } from 'react'
import type { FileUser, StoredFile } from '../../core/index.js'

const nobody: ReadonlyMap<string, FileUser> = new Map()

/** Whose files were shown: a filter by one of them still leaves the others to choose. */
export function usePeople(files: readonly StoredFile[]): readonly FileUser[] {
  const [known, setKnown] = useState(nobody)
  const fresh = files.flatMap(({ createdBy }) =>
    typeof createdBy?.name === 'string' && !known.has(createdBy.id) ? [createdBy] : [],
  )
  if (fresh.length === 0) return [...known.values()]
  const all = new Map([...known, ...fresh.map((user) => [user.id, user] as const)])
  setKnown(all)
  return [...all.values()]
}
