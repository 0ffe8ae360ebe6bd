import type { FileErrorKey } from './list-messages.js'

/** The words of folders in a list of files. */
export interface FolderMessages {
  /** The way from the root to the folder that is shown. */
  readonly folders: string
  /** What a row is. */
  readonly folder: string
  readonly newFolder: string
  readonly folderName: string
  readonly createFolder: string
  readonly folderNameEmpty: string
  /** Said when a folder is entered. `name`: `null` of the root; `count`: `null` where nobody knows it. */
  readonly folderOpened: (args: {
    readonly name: string | null
    readonly count: number | null
  }) => string
  readonly folderCreated: (args: { readonly name: string }) => string
  readonly folderDeleted: (args: { readonly name: string }) => string
  readonly deleteFolder: string
  readonly deleteFolderTitle: (args: { readonly name: string }) => string
  readonly deleteFolderText: string
  readonly folderNotEmpty: string
  /** The folders inside of one are shown. */
  readonly showFoldersIn: (args: { readonly name: string }) => string
  readonly noFoldersInside: string
  /** The folder where the files are that are to be moved. */
  readonly hereNow: string
  /** What is dragged. */
  readonly draggedFiles: (args: { readonly count: number }) => string
  /** Why nothing became of a folder, where it is another reason than of a file. */
  readonly folderErrors: Readonly<Partial<Record<FileErrorKey, string>>>
}
