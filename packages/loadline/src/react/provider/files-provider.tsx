'use client'

import type { QueryClient } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import type { FileAdapter, UploadQueue, UploadQueueOptions } from '../../core/index.js'
import { DraftBook } from '../draft/draft-book.js'
import { BlobUrls } from '../file-url/blob-urls.js'
import { Renewals } from '../file-url/renewals.js'
import { createFormat } from '../format/create-format.js'
import { icons as ownIcons, type Icons } from '../icons.js'
import { en } from '../messages/en.js'
import { mergeMessages, type MessagesInput } from '../messages/messages.js'
import type { UploadReports } from '../uploads/upload-reports.js'
import { ProviderContext, type ProviderValue } from './files-context.js'
import { useProvidedQueryClient } from './use-provided-query-client.js'
import { useProvidedQueue } from './use-provided-queue.js'
import { useQueueReports } from './use-queue-reports.js'
import { useSignIn, type OnAuthRequired } from './use-sign-in.js'

/** The callbacks are of all uploads; the newest ones are called, never during a render. */
interface CommonProviderProps extends UploadReports {
  readonly children?: ReactNode
  /** Default: the one of a `QueryClientProvider` above, else one of its own. */
  readonly queryClient?: QueryClient | undefined
  /** Replaces words, and sets the `locale` that sizes, times and dates are written in. Default: English. */
  readonly messages?: MessagesInput | undefined
  /** IANA name. Default: the browser's, once the page is hydrated. */
  readonly timeZone?: string | undefined
  readonly icons?: Partial<Icons> | undefined
  /**
   * The backend wants a sign-in: once by itself, and again by "Sign in". Resolved, the uploads go on;
   * rejected, they wait. A queue with an `onAuthRequired` of its own asks that one too.
   */
  readonly onAuthRequired?: OnAuthRequired | undefined
}

interface AdapterProviderProps extends CommonProviderProps {
  /** Make it once, outside of the component: another adapter means another queue. */
  readonly adapter: FileAdapter
  readonly queue?: never
  /** For the queue that the provider makes. Read once. */
  readonly uploads?: UploadQueueOptions | undefined
  /** Whose files these are. A change drops the former user's uploads and lists. */
  readonly userKey?: string | undefined
}

interface QueueProviderProps extends CommonProviderProps {
  /** A queue of the application's own: it outlives the provider. */
  readonly queue: UploadQueue
  readonly adapter?: never
  readonly uploads?: never
  readonly userKey?: never
}

export type FilesProviderProps = AdapterProviderProps | QueueProviderProps

/**
 * Gives the components and hooks below it one backend and one upload queue. It renders no element.
 * A queue that it makes goes with it.
 */
export function FilesProvider(props: FilesProviderProps): ReactNode {
  const { children, messages: input, timeZone, icons: givenIcons, userKey } = props
  const queue = useProvidedQueue(props)
  const signIn = useSignIn(queue, props.onAuthRequired)
  useQueueReports(queue, props)
  const queryClient = useProvidedQueryClient(props.queryClient, queue.adapter, userKey)
  const messages = useMemo(() => mergeMessages(en, input), [input])
  const format = useMemo(() => createFormat(messages, timeZone), [messages, timeZone])
  const icons = useMemo(() => ({ ...ownIcons, ...givenIcons }), [givenIcons])
  const drafts = useDraftBook(queue)
  const renewals = useMemo(() => new Renewals(queue.adapter), [queue.adapter])
  // Of the queue, not its adapter: another user has another one.
  const blobUrls = useMemo(() => new BlobUrls(queue.adapter), [queue])
  const value = useMemo<ProviderValue>(
    () => ({
      adapter: queue.adapter,
      queue,
      queryClient,
      messages,
      userKey,
      timeZone,
      format,
      icons,
      signIn,
      drafts,
      renewals,
      blobUrls,
    }),
    [
      queue,
      queryClient,
      messages,
      userKey,
      timeZone,
      format,
      icons,
      signIn,
      drafts,
      renewals,
      blobUrls,
    ],
  )
  return <ProviderContext.Provider value={value}>{children}</ProviderContext.Provider>
}

/** One for each queue: another user's drafts are others. */
function useDraftBook(queue: UploadQueue): DraftBook {
  const [book, setBook] = useState(() => ({ queue, drafts: new DraftBook() }))
  if (book.queue === queue) return book.drafts
  const next = { queue, drafts: new DraftBook() }
  setBook(next)
  return next.drafts
}
