import {
  safeUrl,
  supports,
  type FileAdapter,
  type FileVisibility,
  type StoredFile,
} from '../../core/index.js'
import type { FileRow } from '../file-list/merge-rows.js'
import { previewKind } from '../file-preview/preview-kind.js'
import { isExpired } from '../file-url/renew-in.js'
import type { FreshFiles } from '../file-url/use-fresh-files.js'
import type { Messages } from '../messages/messages.js'
import type { FileActions } from './create-file-actions.js'
import { targetOf, type ActionTarget } from './file-action.js'
import type { OpenDialog } from './list-dialogs.js'
import { reasonOf } from './reason-of.js'
import { saveFile } from './save-file.js'
import type { BulkRunner, BulkWork } from './use-bulk-runner.js'

export type OnFileOpen = (details: { readonly file: StoredFile }) => void

type StoredRow = Extract<FileRow, { kind: 'stored' }>

/** What the actions need of the list that they stand in. */
export interface ListCommands {
  readonly canOpen: (row: FileRow) => boolean
  readonly open: (row: FileRow) => void
  readonly canDownload: (row: FileRow) => boolean
  readonly download: (file: StoredFile) => void
  readonly hasLink: (row: FileRow) => boolean
  readonly copyLink: (file: StoredFile) => void
  readonly startRename: (row: FileRow) => void
  readonly showDetails: (row: FileRow) => void
  readonly setVisibility: (target: ActionTarget, visibility: FileVisibility) => void
  /** Into a folder, at once; `null`: to the root. */
  readonly moveTo:
    | ((target: ActionTarget, folderId: string | null, onDone?: BulkWork['onDone']) => void)
    | null
  readonly ask: (kind: 'attach' | 'category' | 'delete' | 'move', target: ActionTarget) => void
}

interface CommandContext {
  readonly adapter: FileAdapter
  readonly addresses: FreshFiles
  readonly actions: FileActions
  readonly runner: BulkRunner
  readonly messages: Messages
  readonly onFileOpen: OnFileOpen | undefined
  readonly startRename: (row: FileRow) => void
  readonly showDetails: (row: FileRow) => void
  readonly showPreview: (row: StoredRow) => void
  readonly ask: (dialog: OpenDialog) => void
}

export function listCommands(context: CommandContext): ListCommands {
  const { adapter, addresses, onFileOpen, actions, runner, messages, ask } = context
  const hasUrl = (row: FileRow): boolean => row.kind === 'stored' && safeUrl(row.file.url) !== null
  const hasBytes = (row: FileRow): boolean =>
    hasUrl(row) || (row.kind === 'stored' && supports(adapter, 'readFile'))
  const tell = (error: unknown): void => runner.announce(reasonOf(error, messages))
  const download = (file: StoredFile): void => {
    saveFile(file, adapter, addresses).catch(tell)
  }
  return {
    canOpen: (row) => row.kind === 'stored' && (onFileOpen !== undefined || hasBytes(row)),
    open: (row) => {
      if (row.kind !== 'stored') return
      if (onFileOpen !== undefined) onFileOpen({ file: row.file })
      else if (!hasBytes(row)) return
      else if (previewKind(row.file) !== null) context.showPreview(row)
      else if (hasUrl(row)) withLink(row.file, addresses, openBeside).catch(tell)
      else download(row.file)
    },
    canDownload: hasBytes,
    download,
    hasLink: hasUrl,
    copyLink: (file) => {
      const copy = async (url: string): Promise<void> => {
        if (await copyText(url)) runner.announce(messages.linkCopied)
        else ask({ kind: 'link', url })
      }
      withLink(file, addresses, copy).catch(tell)
    },
    startRename: context.startRename,
    showDetails: context.showDetails,
    ...changeCommands(actions, runner),
    ask: (kind, target) => ask({ kind, target }),
  }
}

function changeCommands(
  { setVisibility, moveFiles }: FileActions,
  runner: BulkRunner,
): Pick<ListCommands, 'setVisibility' | 'moveTo'> {
  const run = (target: ActionTarget, call: BulkWork['call'], onDone?: BulkWork['onDone']): void => {
    void runner.run({ isDelete: false, call, onDone }, targetOf(target))
  }
  return {
    setVisibility: (target, visibility) => {
      if (setVisibility === null) return
      run(target, (ids, bulk) => setVisibility(ids, visibility, bulk))
    },
    moveTo:
      moveFiles &&
      ((target, folderId, onDone) =>
        run(target, (ids, bulk) => moveFiles(ids, folderId, bulk), onDone)),
  }
}

/** At once with an address that is good: what browsers allow after a click, they do not for long. */
async function withLink(
  file: StoredFile,
  { newest, fresh }: FreshFiles,
  follow: (url: string) => void | Promise<void>,
): Promise<void> {
  const known = newest(file)
  const url = safeUrl((isExpired(known, Date.now()) ? await fresh(file) : known).url)
  if (url !== null) await follow(url)
}

function openBeside(url: string): void {
  window.open(url, '_blank', 'noopener,noreferrer')
}

/** Whether it could be: not without a secure context, nor against the reader's wish. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
