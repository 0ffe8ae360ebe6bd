import { safeUrl, type FileVisibility, type StoredFile } from '../../core/index.js'
import type { FileRow } from '../file-list/merge-rows.js'
import type { Icons } from '../icons.js'
import type { Messages } from '../messages/messages.js'
import type { FileActions } from './create-file-actions.js'
import type { ActionTarget, FileAction } from './file-action.js'

/** What the actions need of the list that they stand in. */
export interface ListCommands {
  readonly canOpen: (file: StoredFile) => boolean
  readonly open: (file: StoredFile) => void
  readonly startRename: (row: FileRow) => void
  readonly copyLink: (file: StoredFile) => void
  readonly setVisibility: (target: ActionTarget, visibility: FileVisibility) => void
  readonly askToMove: (target: ActionTarget) => void
  readonly askForCategory: (target: ActionTarget) => void
  readonly askToDelete: (target: ActionTarget) => void
}

interface DefaultActionsOptions {
  readonly actions: FileActions
  readonly commands: ListCommands
  readonly messages: Messages
  readonly icons: Icons
}

/** The actions that the adapter has, in the order of the menu. */
export function defaultActions(options: DefaultActionsOptions): readonly FileAction[] {
  const { renameFile, setVisibility, moveFiles, setCategory, deleteFiles } = options.actions
  const { commands, messages, icons } = options
  const all: (FileAction | false)[] = [
    ...readActions(options),
    renameFile !== null && {
      id: 'rename',
      label: messages.rename,
      icon: icons.rename,
      isAvailable: (rows, { selection }) => selection.kind === 'ids' && rows.length === 1,
      onAction: (rows) => rows.forEach(commands.startRename),
    },
    setVisibility !== null && visibilityAction(options, 'public'),
    setVisibility !== null && visibilityAction(options, 'private'),
    moveFiles !== null && {
      id: 'move',
      label: messages.moveTo,
      icon: icons.move,
      onAction: (rows, details) => commands.askToMove({ rows, ...details }),
    },
    setCategory !== null && {
      id: 'category',
      label: messages.changeCategory,
      icon: icons.category,
      onAction: (rows, details) => commands.askForCategory({ rows, ...details }),
    },
    deleteFiles !== null && {
      id: 'delete',
      label: messages.delete,
      icon: icons.delete,
      isDestructive: true,
      onAction: (rows, details) => commands.askToDelete({ rows, ...details }),
    },
  ]
  return all.filter((action) => action !== false)
}

function readActions({ commands, messages, icons }: DefaultActionsOptions): readonly FileAction[] {
  return [
    {
      id: 'open',
      label: messages.open,
      icon: icons.openFile,
      isAvailable: (rows) => rows.length === 1 && filesOf(rows).some(commands.canOpen),
      onAction: (rows) => filesOf(rows).forEach(commands.open),
    },
    {
      id: 'download',
      label: messages.download,
      icon: icons.download,
      isAvailable: (rows, { selection }) => selection.kind === 'ids' && rows.every(hasUrl),
      onAction: (rows) => filesOf(rows).forEach(download),
    },
    {
      id: 'copy-link',
      label: messages.copyLink,
      icon: icons.link,
      isAvailable: (rows) => rows.length === 1 && rows.every(hasUrl),
      onAction: (rows) => filesOf(rows).forEach(commands.copyLink),
    },
  ]
}

function visibilityAction(
  { commands, messages, icons }: DefaultActionsOptions,
  visibility: FileVisibility,
): FileAction {
  const isPublic = visibility === 'public'
  return {
    id: isPublic ? 'make-public' : 'make-private',
    label: isPublic ? messages.makePublic : messages.makePrivate,
    icon: isPublic ? icons.public : icons.private,
    isAvailable: (rows, { selection }) =>
      selection.kind === 'all' ||
      filesOf(rows).some((file) => file.visibility !== null && file.visibility !== visibility),
    onAction: (rows, details) => commands.setVisibility({ rows, ...details }, visibility),
  }
}

export function filesOf(rows: readonly FileRow[]): readonly StoredFile[] {
  return rows.flatMap((row) => (row.kind === 'stored' ? [row.file] : []))
}

function hasUrl(row: FileRow): boolean {
  return row.kind === 'stored' && safeUrl(row.file.url) !== null
}

function download({ url, name }: StoredFile): void {
  const address = safeUrl(url)
  if (address === null) return
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.target = '_blank'
  link.rel = 'noopener noreferrer'
  link.click()
}
