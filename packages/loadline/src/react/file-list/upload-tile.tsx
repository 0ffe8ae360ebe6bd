'use client'

import type { ReactNode } from 'react'
import { FileTile } from '../file-tile/file-tile.js'
import { useProvider } from '../provider/files-context.js'
import { uploadPicture } from '../thumbnails/picture-source.js'
import { useThumbnail } from '../thumbnails/use-thumbnail.js'
import type { FileRow } from './merge-rows.js'

interface UploadTileProps {
  readonly row: FileRow & { readonly kind: 'upload' }
}

/** What is being uploaded, if it is a picture. */
export function UploadTile({ row: { id, task } }: UploadTileProps): ReactNode {
  const { queue } = useProvider()
  const { src, ref } = useThumbnail(
    id,
    uploadPicture(task, () => queue.getFile(task.id)),
  )
  return <FileTile name={task.name} contentType={task.contentType} src={src} elementRef={ref} />
}
