'use client'

import { useState, type ReactNode } from 'react'
import { safeUrl } from '../../core/index.js'
import { FileTile } from '../file-tile/file-tile.js'
import { useFileUrl } from '../file-url/use-file-url.js'
import { useProvider } from '../provider/files-context.js'
import { storedPicture } from '../thumbnails/picture-source.js'
import { useThumbnail } from '../thumbnails/use-thumbnail.js'
import type { FileRow } from './merge-rows.js'

interface StoredTileProps {
  readonly row: FileRow & { readonly kind: 'stored' }
}

/**
 * A file's thumbnail; one that is made here where there is none, or where a fresh address fails too; else its type's
 * picture.
 */
export function StoredTile({ row: { id, file } }: StoredTileProps): ReactNode {
  const { queue } = useProvider()
  const { url, thumbnailUrl, onError } = useFileUrl(file, { variant: 'thumbnail' })
  const [failed, setFailed] = useState<readonly string[]>([])
  const isBroken = thumbnailUrl !== null && failed.includes(thumbnailUrl)
  const given = isBroken ? null : thumbnailUrl
  const source = given === null ? storedPicture(file, safeUrl(url), () => queue.getFile(id)) : null
  const made = useThumbnail(id, source)
  return (
    <FileTile
      name={file.name}
      contentType={file.contentType}
      src={given ?? made.src}
      elementRef={made.ref}
      onError={() => {
        if (given === null) return
        setFailed([...failed, given])
        // One that failed twice is not there, however it is signed.
        if (failed.length === 0) onError()
      }}
    />
  )
}
