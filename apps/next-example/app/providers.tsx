'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { FilesProvider } from 'loadline'
import { useState, type ReactNode } from 'react'
import { documentsAdapter } from './adapter'

/** It asks nobody before the page is hydrated. */
const adapter = documentsAdapter('/api')

export function Providers({ children }: { readonly children: ReactNode }): ReactNode {
  const [queryClient] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={queryClient}>
      <FilesProvider adapter={adapter} timeZone="UTC">
        {children}
      </FilesProvider>
    </QueryClientProvider>
  )
}
