'use client'

import { useState, type ReactNode, type RefObject } from 'react'
import { supports, type FileFolder } from '../../core/index.js'
import type { ListActions } from '../file-actions/use-list-actions.js'
import type { FilesResult } from '../file-list/use-files.js'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import { afterContent, useLazyModule } from '../hooks/use-lazy-module.js'
import type { Point } from '../menu/place-beside.js'
import { useProvider } from '../provider/files-context.js'
import { useSlots } from '../slots/slots.js'
import type { ListPlace } from './use-list-place.js'

/** What is asked about a folder. */
export type FolderAsk =
  | {
      readonly kind: 'menu'
      readonly folder: FileFolder
      readonly anchor: HTMLElement
      readonly at: Point | undefined
    }
  | { readonly kind: 'delete'; readonly folder: FileFolder }
  | { readonly kind: 'create' }

/** What a list's rows do with folders. */
export interface ListFolders {
  readonly open: (folder: FileFolder) => void
  /** `null`: there is nothing to choose from. */
  readonly menu: ((folder: FileFolder, anchor: HTMLElement, at?: Point) => void) | null
  readonly remove: ((folder: FileFolder) => void) | null
  /** The way to the folder, above the files. */
  readonly bar: ReactNode
}

export interface ListFoldersOptions {
  readonly place: ListPlace
  readonly list: FilesResult
  readonly selection: FileSelectionResult
  readonly doing: ListActions
  readonly panel: RefObject<HTMLElement | null>
}

const load = () => import('./list-folders.js')

/** Walking folders: the rows of folders come with the files, all else when it is loaded. */
export function useListFolders(options: ListFoldersOptions): ListFolders {
  const { hasFolders, go } = options.place
  const { adapter } = useProvider()
  const slot = useSlots()
  const [asked, ask] = useState<FolderAsk | null>(null)
  const loaded = useLazyModule(load, hasFolders, afterContent)
  const canDelete = supports(adapter, 'deleteFolders')
  return {
    open: (folder) => go(folder.path),
    menu: canDelete ? (folder, anchor, at) => ask({ kind: 'menu', folder, anchor, at }) : null,
    remove: canDelete ? (folder) => ask({ kind: 'delete', folder }) : null,
    bar: hasFolders && (
      <div {...slot('place')}>
        {loaded && <loaded.ListFolders {...{ ...options, asked, ask }} />}
      </div>
    ),
  }
}
