'use client'

import { useSyncExternalStore } from 'react'
import type { UploadTotals } from '../../core/index.js'
import { useProvider } from '../provider/files-context.js'

/** Counts, bytes and speed of all uploads, or of those of a scope. */
export function useUploadTotals(scope?: string): UploadTotals {
  const { queue } = useProvider()
  const getTotals = () => queue.getTotals(scope)
  return useSyncExternalStore(queue.store.subscribe, getTotals, getTotals)
}
