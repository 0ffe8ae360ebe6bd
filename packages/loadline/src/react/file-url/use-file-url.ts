'use client'

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { isUploadError, safeUrl, type StoredFile } from '../../core/index.js'
import { fileQueryKeys } from '../../query/index.js'
import { useProvider, type ProviderValue } from '../provider/files-context.js'
import type { BlobUrlState, FileVariant } from './blob-urls.js'
import { newerAddress } from './newer-address.js'
import { isExpired, renewIn } from './renew-in.js'

export interface FileUrlOptions {
  /**
   * What is shown of it. Where the bytes need headers, that alone is read, into a `blob:` address. A list of pictures
   * wants `thumbnail`. Default `original`.
   */
  readonly variant?: FileVariant | undefined
}

export interface FileUrlResult {
  /**
   * The same as long as it is valid; `null`: there is none that is safe to follow. A `blob:` address is the same for
   * all who show the file, and is revoked with the last of them.
   */
  readonly url: string | null
  readonly thumbnailUrl: string | null
  /** For `onError` of what shows it: asks for a new one, and not again while that one fails too. */
  readonly onError: () => void
}

/** How long a failure is not taken for that of a new address. */
const patienceMs = 30_000

/**
 * A file's address, kept valid: renewed before it ends, when it failed, and on the way back to the tab. All who show
 * the file share one; requests of many files go together.
 */
export function useFileUrl(
  file: StoredFile,
  { variant = 'original' }: FileUrlOptions = {},
): FileUrlResult {
  const { current, renew } = useRenewedFile(file)
  const url = safeUrl(current.url)
  const thumbnailUrl = safeUrl(current.thumbnailUrl)
  const read = useBlobUrl(current, variant, url === null && thumbnailUrl === null)
  const failedAt = useRef(Number.NEGATIVE_INFINITY)
  const onError = useCallback(() => {
    const now = Date.now()
    if (now - failedAt.current < patienceMs) return
    failedAt.current = now
    renew()
  }, [renew])
  const isThumbnail = variant === 'thumbnail'
  return {
    url: url ?? (isThumbnail ? null : read),
    thumbnailUrl: thumbnailUrl ?? (isThumbnail ? read : null),
    onError,
  }
}

function useRenewedFile(file: StoredFile) {
  const { adapter, userKey, queryClient, renewals } = useProvider()
  const { id } = file
  const cached = useMemo(
    () => cachedRenewal({ adapter, userKey, queryClient, renewals }, id),
    [adapter, userKey, queryClient, renewals, id],
  )
  const { renew } = cached
  const renewed = useSyncExternalStore(cached.subscribe, cached.get, cached.get)
  const current = newerAddress(file, renewed)

  const { urlExpiresAt } = current
  useEffect(() => {
    const wait = renewIn({ urlExpiresAt }, Date.now())
    if (wait === null) return undefined
    const onReturn = (): void => {
      const isBack = document.visibilityState === 'visible'
      if (isBack && isExpired({ urlExpiresAt }, Date.now())) renew()
    }
    // A list from the cache may hold addresses that ended long ago.
    onReturn()
    const timer = setTimeout(renew, wait)
    document.addEventListener('visibilitychange', onReturn)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onReturn)
    }
  }, [urlExpiresAt, renew])
  return { current, renew }
}

/** How long a new address is kept that nobody asks for anew. */
const keptMs = 3_600_000

type Renewing = Pick<ProviderValue, 'adapter' | 'userKey' | 'queryClient' | 'renewals'>

/** A file in the cache, which all share, without an observer of its own: of rows there are many, few are renewed. */
function cachedRenewal({ adapter, userKey, queryClient, renewals }: Renewing, id: string) {
  const cache = queryClient.getQueryCache()
  const options = queryClient.defaultQueryOptions<StoredFile>({
    queryKey: fileQueryKeys.url(adapter, userKey, id),
    queryFn: () => renewals.renew(id),
    retry: (failures, error) => failures < 2 && isUploadError(error) && error.isRetryable,
    staleTime: 0,
    gcTime: keptMs,
  })
  return {
    subscribe: (listener: () => void) => cache.subscribe(listener),
    get: () => cache.get<StoredFile>(options.queryHash)?.state.data,
    renew: () => {
      if (!renewals.isPossible) return
      // oxlint-disable-next-line typescript/no-deprecated -- The oldest TanStack Query that is taken has no other.
      const renewal = queryClient.fetchQuery(options)
      // What failed keeps its address; who shows it asks again.
      renewal.catch(() => undefined)
    },
  }
}

const unread: BlobUrlState = { url: null, error: null }

/** Bytes that need headers. Of a picture in small only pictures have one. */
function useBlobUrl(file: StoredFile, variant: FileVariant, hasNone: boolean): string | null {
  const { blobUrls } = useProvider()
  const [read, setRead] = useState(unread)
  const isPicture = file.contentType.startsWith('image/')
  const isWanted = hasNone && blobUrls.isPossible && (variant === 'original' || isPicture)
  const held = useRef(file)
  useEffect(() => {
    held.current = file
  })
  useEffect(() => {
    if (!isWanted) return undefined
    const release = blobUrls.hold(held.current, variant, setRead)
    return () => {
      release()
      setRead(unread)
    }
  }, [blobUrls, variant, isWanted, file.id, file.updatedAt])
  return isWanted ? read.url : null
}
