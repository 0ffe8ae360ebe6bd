'use client'

import { QueryClient, QueryClientContext } from '@tanstack/react-query'
import { useContext, useEffect, useRef, useState } from 'react'
import type { FileAdapter } from '../../core/index.js'
import { fileQueryKeys } from '../../query/index.js'

/** The query client that was given, or is above, or one of our own; the former user's lists leave it. */
export function useProvidedQueryClient(
  given: QueryClient | undefined,
  adapter: FileAdapter,
  userKey: string | undefined,
): QueryClient {
  const above = useContext(QueryClientContext)
  const found = given ?? above
  const [own, setOwn] = useState(() => (found === undefined ? new QueryClient() : null))
  let client = found ?? own
  if (client === null) {
    client = new QueryClient()
    setOwn(client)
  }

  useEffect(() => {
    if (own === null) return undefined
    // What a QueryClientProvider does: refetching on focus and on reconnect.
    own.mount()
    return () => {
      own.unmount()
    }
  }, [own])

  useForgottenUser(client, adapter, userKey)
  return client
}

function useForgottenUser(
  client: QueryClient,
  adapter: FileAdapter,
  userKey: string | undefined,
): void {
  const former = useRef({ adapter, userKey })
  useEffect(() => {
    const last = former.current
    former.current = { adapter, userKey }
    if (last.userKey === userKey) return
    client.removeQueries({ queryKey: fileQueryKeys.user(last.adapter, last.userKey) })
  }, [client, adapter, userKey])
}
