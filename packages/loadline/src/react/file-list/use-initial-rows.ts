'use client'

import { useNow } from './use-now.js'
import type { RowSpace } from './use-row-space.js'

/** A server sends the first rows; the others come once the page is hydrated. */
export function useInitialRows(space: RowSpace, initialRows: number): RowSpace {
  const isHydrated = useNow() !== null
  return isHydrated ? space : { ...space, count: Math.min(space.count, initialRows) }
}
