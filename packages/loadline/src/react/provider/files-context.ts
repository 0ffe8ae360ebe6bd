'use client'

import type { QueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { FileAdapter, UploadQueue } from '../../core/index.js'
import type { DraftBook } from '../draft/draft-book.js'
import type { BlobUrls } from '../file-url/blob-urls.js'
import type { Renewals } from '../file-url/renewals.js'
import type { Format } from '../format/create-format.js'
import type { Icons } from '../icons.js'
import type { Messages } from '../messages/messages.js'

export interface FilesContextValue {
  readonly adapter: FileAdapter
  readonly queue: UploadQueue
  readonly queryClient: QueryClient
  readonly messages: Messages
}

export interface ProviderValue extends FilesContextValue {
  readonly userKey: string | undefined
  readonly timeZone: string | undefined
  readonly format: Format
  readonly icons: Icons
  /** Lets the person sign in, and the uploads that wait for it go on. */
  readonly signIn: () => void
  readonly drafts: DraftBook
  readonly renewals: Renewals
  readonly blobUrls: BlobUrls
}

export const ProviderContext = createContext<ProviderValue | null>(null)

/** All that the provider holds; what of it is public is `useFilesContext`. */
export function useProvider(): ProviderValue {
  const value = useContext(ProviderContext)
  if (value === null) {
    throw new Error('This needs a <FilesProvider> above it.')
  }
  return value
}

/**
 * The adapter, the upload queue, the query client and the messages of the `FilesProvider` above.
 * @throws Error without one.
 */
export function useFilesContext(): FilesContextValue {
  return useProvider()
}
