import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { filesQueryOptions, foldersQueryOptions } from 'loadline/query'
import type { ReactNode } from 'react'
import { documentsAdapter } from './adapter'
import { Files } from './files'
import { Providers } from './providers'

/** Rendered for each request, as a page with a signed-in person is. */
export const dynamic = 'force-dynamic'

const backend = process.env['API_ADDRESS'] ?? 'http://localhost:4400'

export default async function Page(): Promise<ReactNode> {
  const adapter = documentsAdapter(`${backend}/api`)
  // A client for each request: the next one may be of somebody else.
  const queryClient = new QueryClient()
  // What does not come the list asks for itself, and says why it has none.
  await Promise.allSettled([
    queryClient.query(filesQueryOptions(adapter, {})),
    queryClient.query(foldersQueryOptions(adapter, null)),
  ])
  return (
    <main>
      <h1>Documents</h1>
      <Providers>
        <HydrationBoundary state={dehydrate(queryClient)}>
          <Files />
        </HydrationBoundary>
      </Providers>
    </main>
  )
}
