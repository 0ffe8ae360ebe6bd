import type { AriaAttributes, CSSProperties } from 'react'
import type { FileListQuery, StoredFile } from '../../core/index.js'
import type { FileAction } from '../file-actions/file-action.js'
import type { FolderProps } from '../file-folders/use-list-place.js'
import type { FileSelectionOptions } from '../file-selection/use-file-selection.js'
import type { ListViewProps } from '../list-view/list-view.js'
import type { ComponentMessages } from '../messages/messages.js'
import type { SlotClassNames } from '../slots/slots.js'

type SelectionProps = Pick<
  FileSelectionOptions,
  'selectionMode' | 'selection' | 'defaultSelection' | 'onSelectionChange'
>

export interface FileListProps extends AriaAttributes, SelectionProps, FolderProps, ListViewProps {
  /** Controlled; without `onQueryChange` nobody can search, filter or sort. */
  readonly query?: FileListQuery | undefined
  /** Default: all files, newest first. */
  readonly defaultQuery?: FileListQuery | undefined
  readonly onQueryChange?: ((query: FileListQuery) => void) | undefined
  /** Files in a page. Default 100. */
  readonly pageSize?: number | undefined
  /** Live uploads stand among the files. Default `true`. */
  readonly showUploads?: boolean | undefined
  /** Only the uploads with it stand among the files. Default: all. */
  readonly scope?: string | undefined
  /**
   * Files that are dropped on it are uploaded into its folder, over a row of a folder into that one. Default `true`
   * where the adapter can upload and asks for no other field.
   */
  readonly acceptDrops?: boolean | undefined
  /** Rows that a server sends. Default 20. */
  readonly initialRows?: number | undefined
  /**
   * By Enter, double click or tap. Default: what a browser can show is shown over the page, anything else opened in a
   * new tab or downloaded.
   */
  readonly onFileOpen?: ((details: { readonly file: StoredFile }) => void) | undefined
  /** Gets what the adapter can do, and gives back what the menus and the bar of a selection show. */
  readonly actions?: ((defaults: readonly FileAction[]) => readonly FileAction[]) | undefined
  readonly messages?: ComponentMessages | undefined
  readonly id?: string | undefined
  readonly className?: string | undefined
  readonly classNames?: SlotClassNames | undefined
  readonly style?: CSSProperties | undefined
  readonly [data: `data-${string}`]: unknown
}
