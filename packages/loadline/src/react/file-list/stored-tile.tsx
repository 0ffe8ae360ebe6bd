'use client'

import { useState, type ReactNode } from 'react'
import type { StoredFile } from '../../core/index.js'
import { FileTile } from '../file-tile/file-tile.js'
import { useFileUrl } from '../file-url/use-file-url.js'

/** A file's thumbnail; its type's picture where there is none, or where a fresh address fails too. */
export function StoredTile({ file }: { readonly file: StoredFile }): ReactNode {
  const { thumbnailUrl, onError } = useFileUrl(file)
  const [failed, setFailed] = useState<readonly string[]>([])
  const isBroken = thumbnailUrl !== null && failed.includes(thumbnailUrl)
  return (
    <FileTile
      name={file.name}
      contentType={file.contentType}
      src={isBroken ? null : thumbnailUrl}
      onError={() => {
        if (thumbnailUrl !== null) setFailed([...failed, thumbnailUrl])
        // One that failed twice is not there, however it is signed.
        if (failed.length === 0) onError()
      }}
    />
  )
}
