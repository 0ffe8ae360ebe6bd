'use client'

import type { QueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import type { FilesQueryOptions } from '../../query/index.js'

/**
 * Draws with the answer as soon as it is there. React Query tells of it in a task of its own, before which the browser
 * may draw the list without it: of an adapter that answers at once, every list would show nothing for a frame.
 */
export function useFirstAnswer(
  client: QueryClient,
  { queryKey }: FilesQueryOptions,
  listKey: string,
): void {
  const subscribe = useCallback(
    (onChange: () => void) => {
      let isWanted = true
      const tell = () => {
        if (isWanted) onChange()
      }
      const { promise } = client.getQueryCache().find({ queryKey, exact: true }) ?? {}
      // Of a failure there is no such haste.
      promise?.then(tell, () => undefined)
      return () => {
        isWanted = false
      }
    },
    // oxlint-disable-next-line react/exhaustive-deps -- The key is another object each time; this is what it says.
    [client, listKey],
  )
  const answeredAt = () => client.getQueryState(queryKey)?.dataUpdatedAt ?? 0
  useSyncExternalStore(subscribe, answeredAt, answeredAt)
}
