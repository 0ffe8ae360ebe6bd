import type { FileMessages } from './file-messages.js'
import type { FolderMessages } from './folder-messages.js'
import type { ViewMessages } from './view-messages.js'

/** The words of a list of files. */
export interface ListMessages extends FolderMessages, FileMessages, ViewMessages {
  readonly select: string
  readonly selectAllFiles: string
  /** The bar with what can be done to the selected files. */
  readonly selection: string
  readonly selectedCount: (args: { readonly count: number }) => string
  readonly allSelected: string
  /** Said aloud when the selection changes. */
  readonly filesSelected: (args: { readonly count: number }) => string
  readonly selectAllOf: (args: { readonly count: number }) => string
  readonly clearSelection: string
  readonly open: string
  readonly rename: string
  readonly copyLink: string
  readonly makePublic: string
  readonly makePrivate: string
  readonly moveTo: string
  readonly changeCategory: string
  readonly delete: string
  /** As it stands on the key. */
  readonly deleteKey: string
  /** Before files are deleted. `name`: of the one file. */
  readonly deleteTitle: (args: { readonly count: number; readonly name: string }) => string
  readonly deleteAllTitle: string
  /** The button that does it. `count`: `null` where nobody knows how many match. */
  readonly deleteFiles: (args: { readonly count: number | null }) => string
  readonly deleteText: string
  readonly deletingFiles: (args: { readonly done: number; readonly total: number }) => string
  readonly stop: string
  readonly filesDeleted: (args: { readonly count: number }) => string
  readonly filesChanged: (args: { readonly count: number }) => string
  /** Some of the files: "1 deleted, 2 not". */
  readonly partlyDeleted: (args: { readonly done: number; readonly count: number }) => string
  readonly partlyChanged: (args: { readonly done: number; readonly count: number }) => string
  readonly partlyText: string
  readonly retryThese: string
  readonly done: string
  readonly fileRenamed: (args: { readonly name: string }) => string
  readonly nameEmpty: string
  /** A sign that a name cannot have. */
  readonly nameInvalid: string
  readonly linkCopied: string
  readonly linkTitle: string
  readonly linkText: string
  readonly noCategory: string
  readonly allFiles: string
  readonly searchFiles: string
  /** Where a backend cannot search: in what is loaded. */
  readonly searchLoaded: string
  readonly matchCount: (args: { readonly count: number }) => string
  readonly filterType: string
  readonly filterCategory: string
  readonly filterStatus: string
  readonly filterVisibility: string
  readonly filterAdded: string
  readonly documents: string
  readonly publicFiles: string
  readonly privateFiles: string
  readonly lastDays: (args: { readonly count: number }) => string
  /** Opens a dialog with two fields for days. */
  readonly chooseDates: string
  readonly firstDay: string
  readonly lastDay: string
  readonly sinceDay: (args: { readonly day: string }) => string
  readonly untilDay: (args: { readonly day: string }) => string
  readonly apply: string
  readonly filters: string
  readonly clearSearch: string
  readonly clearFilter: string
  readonly noMatchTitle: string
  /** `name`: what was searched for. */
  readonly noMatchSearch: (args: { readonly name: string }) => string
  readonly noMatchText: string
  readonly listOffline: string
  readonly listAsOf: (args: { readonly time: string }) => string
  /** Why nothing became of an action. */
  readonly fileErrors: Readonly<Record<FileErrorKey, string>>
}

export type FileErrorKey =
  | 'cancelled'
  | 'network'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'validation'
  | 'rate-limited'
  | 'server'
  | 'unknown'
