'use client'

import type { ReactNode, RefObject } from 'react'
import { supports } from '../../core/index.js'
import type { ListPlace } from '../file-folders/use-list-place.js'
import { afterContent, useLazyModule } from '../hooks/use-lazy-module.js'
import { useProvider } from '../provider/files-context.js'

interface DropAreaOptions {
  readonly acceptDrops: boolean
  readonly panel: RefObject<HTMLElement | null>
  readonly place: ListPlace
  readonly scope: string | undefined
}

const load = () => import('./list-drop.js')

/** A list takes files where an upload needs no more than its folder. */
export function useDropArea({ acceptDrops, ...drop }: DropAreaOptions): ReactNode {
  const { adapter } = useProvider()
  const needsMore = adapter.features.requiredUploadFields.some((field) => field !== 'folderId')
  const canUpload = supports(adapter, 'createUpload', 'finalizeUpload') && !needsMore
  const loaded = useLazyModule(load, acceptDrops && canUpload, afterContent)
  return loaded && <loaded.ListDrop {...drop} />
}
