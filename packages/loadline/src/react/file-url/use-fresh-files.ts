'use client'

import { useMemo } from 'react'
import type { StoredFile } from '../../core/index.js'
import { fileQueryKeys } from '../../query/index.js'
import { useProvider } from '../provider/files-context.js'
import { newerAddress } from './newer-address.js'
import { isExpired } from './renew-in.js'

export interface FreshFiles {
  /** The file with the newest address that is known here; it may be over. */
  readonly newest: (file: StoredFile) => StoredFile
  /**
   * The file with an address that is good now; one that is over is asked for anew.
   * @throws UploadError
   */
  readonly fresh: (file: StoredFile) => Promise<StoredFile>
  /**
   * Asks anew, however good the address seems.
   * @throws UploadError
   */
  readonly renew: (file: StoredFile) => Promise<StoredFile>
}

/** Addresses for what is done once, as a download: `useFileUrl` is for what is shown. They share what was renewed. */
export function useFreshFiles(): FreshFiles {
  const { adapter, userKey, queryClient, renewals } = useProvider()
  return useMemo(() => {
    const keyOf = ({ id }: StoredFile) => fileQueryKeys.url(adapter, userKey, id)
    const newest = (file: StoredFile): StoredFile =>
      newerAddress(file, queryClient.getQueryData<StoredFile>(keyOf(file)))
    const renew = async (file: StoredFile): Promise<StoredFile> => {
      if (!renewals.isPossible) return newest(file)
      const renewed = await renewals.renew(file.id)
      queryClient.setQueryData<StoredFile>(keyOf(file), renewed)
      return renewed
    }
    const fresh = async (file: StoredFile): Promise<StoredFile> => {
      const known = newest(file)
      return isExpired(known, Date.now()) ? renew(known) : known
    }
    return { newest, fresh, renew }
  }, [adapter, userKey, queryClient, renewals])
}
