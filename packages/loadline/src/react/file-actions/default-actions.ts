import {
  supports,
  type FileAdapter,
  type FileVisibility,
  type StoredFile,
} from '../../core/index.js'
import type { FileRow } from '../file-list/merge-rows.js'
import type { Icons } from '../icons.js'
import type { Messages } from '../messages/messages.js'
import type { FileActions } from './create-file-actions.js'
import type { FileAction, FileActionDetails } from './file-action.js'
import type { ListCommands } from './list-commands.js'

interface DefaultActionsOptions {
  readonly adapter: FileAdapter
  readonly actions: FileActions
  readonly commands: ListCommands
  readonly messages: Messages
  readonly icons: Icons
  /** There is one to choose. */
  readonly hasCategories: boolean
}

/** The actions that the adapter has, in the order of the menu. */
export function defaultActions(options: DefaultActionsOptions): readonly FileAction[] {
  const { renameFile, setVisibility, deleteFiles } = options.actions
  const { commands, messages, icons } = options
  const all: (FileAction | false)[] = [
    ...readActions(options),
    renameFile !== null && {
      id: 'rename',
      label: messages.rename,
      icon: icons.rename,
      isAvailable: isOneFile,
      onAction: (rows) => rows.forEach(commands.startRename),
    },
    setVisibility !== null && visibilityAction(options, 'public'),
    setVisibility !== null && visibilityAction(options, 'private'),
    ...placeActions(options),
    {
      id: 'details',
      label: messages.details,
      icon: icons.details,
      isAvailable: isOneFile,
      onAction: (rows) => rows.forEach(commands.showDetails),
    },
    deleteFiles !== null && {
      id: 'delete',
      label: messages.delete,
      icon: icons.delete,
      isDestructive: true,
      onAction: asking(commands, 'delete'),
    },
  ]
  return all.filter((action) => action !== false)
}

function isOneFile(rows: readonly FileRow[], { selection }: FileActionDetails): boolean {
  return selection.kind === 'ids' && rows.length === 1 && rows[0]?.kind === 'stored'
}

function readActions({ commands, messages, icons }: DefaultActionsOptions): readonly FileAction[] {
  return [
    {
      id: 'open',
      label: messages.open,
      icon: icons.openFile,
      isAvailable: (rows) => rows.length === 1 && rows.every(commands.canOpen),
      onAction: (rows) => rows.forEach(commands.open),
    },
    {
      id: 'download',
      label: messages.download,
      icon: icons.download,
      isAvailable: (rows, { selection }) =>
        selection.kind === 'ids' && rows.every(commands.canDownload),
      onAction: (rows) => filesOf(rows).forEach(commands.download),
    },
    {
      id: 'copy-link',
      label: messages.copyLink,
      icon: icons.link,
      isAvailable: (rows) => rows.length === 1 && rows.every(commands.hasLink),
      onAction: (rows) => filesOf(rows).forEach(commands.copyLink),
    },
  ]
}

/** Where it belongs: each asks for it. */
function placeActions(options: DefaultActionsOptions): readonly (FileAction | false)[] {
  const { adapter, commands, messages, icons, hasCategories } = options
  const { moveFiles, setCategory, associate } = options.actions
  return [
    moveFiles !== null &&
      supports(adapter, 'listFolders') && {
        id: 'move',
        label: messages.moveTo,
        icon: icons.move,
        onAction: asking(commands, 'move'),
      },
    setCategory !== null &&
      hasCategories && {
        id: 'category',
        label: messages.changeCategory,
        icon: icons.category,
        onAction: asking(commands, 'category'),
      },
    associate !== null && {
      id: 'attach',
      label: messages.attachTo,
      icon: icons.attach,
      onAction: asking(commands, 'attach'),
    },
  ]
}

function asking(
  commands: ListCommands,
  kind: Parameters<ListCommands['ask']>[0],
): FileAction['onAction'] {
  return (rows, details) => commands.ask(kind, { rows, ...details })
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
