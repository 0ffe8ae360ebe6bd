'use client'

import { useState, type ReactNode } from 'react'
import { safeUrl, type StoredFile } from '../../core/index.js'
import type { FileRow } from '../file-list/merge-rows.js'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import { useLazyModule } from '../hooks/use-lazy-module.js'
import type { Messages } from '../messages/messages.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import type { FileActions } from './create-file-actions.js'
import { defaultActions, type ListCommands } from './default-actions.js'
import { targetOf, type FileAction } from './file-action.js'
import type { OpenDialog } from './list-dialogs.js'
import { useBulkRunner, type BulkRunner, type BulkWork } from './use-bulk-runner.js'
import { reasonOf } from './reason-of.js'
import { useFileActions } from './use-file-actions.js'
import { useSlots } from '../slots/slots.js'

export interface ListActionsOptions {
  readonly rows: readonly FileRow[]
  readonly selection: FileSelectionResult
  readonly onFileOpen: ((details: { readonly file: StoredFile }) => void) | undefined
  readonly customize: ((defaults: readonly FileAction[]) => readonly FileAction[]) | undefined
}

export interface ListActions {
  readonly actions: readonly FileAction[]
  readonly open: (row: FileRow) => void
  /** The row whose name is a field now. */
  readonly renamingId: string | null
  readonly startRename: ((row: FileRow) => void) | null
  readonly endRename: (row: FileRow, name: string) => void
  /** The dialog that is open, and the words for those who do not see what was done. */
  readonly aside: ReactNode
}

/** What a list does to its files: the actions, their dialogs, and the words about their outcome. */
export function useListActions(options: ListActionsOptions): ListActions {
  const { rows, selection, customize } = options
  const actions = useFileActions()
  const messages = useMessages()
  const { icons } = useProvider()
  const runner = useBulkRunner(rows)
  const [asked, setAsked] = useState<OpenDialog | null>(null)
  const renaming = useRenaming(runner.announce)
  const commands = listCommands({ ...options, actions, runner, messages, renaming, ask: setAsked })
  const defaults = defaultActions({ actions, commands, messages, icons })
  const failures = runner.failures && ({ kind: 'failures', ...runner.failures } as const)
  const dialog = asked ?? failures
  const onClose = asked === null ? runner.dismiss : () => setAsked(null)
  const dialogs = useLazyModule(loadDialogs, dialog !== null, () => {
    runner.announce(messages.fileErrors.network)
    onClose()
  })
  return {
    actions: customize?.(defaults) ?? defaults,
    open: (row) => {
      if (row.kind === 'stored' && commands.canOpen(row.file)) commands.open(row.file)
    },
    renamingId: renaming.id,
    startRename: actions.renameFile === null ? null : renaming.start,
    endRename: renaming.end,
    aside: (
      <>
        <Announcement text={runner.announcement} />
        {dialog !== null && dialogs !== null && (
          <dialogs.ListDialogs {...{ dialog, actions, runner, selection, onClose }} />
        )}
      </>
    ),
  }
}

const loadDialogs = () => import('./list-dialogs.js')

interface CommandContext extends ListActionsOptions {
  readonly actions: FileActions
  readonly runner: BulkRunner
  readonly messages: Messages
  readonly renaming: { readonly start: (row: FileRow) => void }
  readonly ask: (dialog: OpenDialog) => void
}

function listCommands(context: CommandContext): ListCommands {
  const { onFileOpen, actions, runner, messages, renaming, ask } = context
  return {
    canOpen: (file) => onFileOpen !== undefined || safeUrl(file.url) !== null,
    open: (file) => openFile(file, onFileOpen),
    startRename: renaming.start,
    copyLink: (file) => {
      const url = safeUrl(file.url) ?? ''
      void copyText(url).then((isCopied) => {
        if (isCopied) runner.announce(messages.linkCopied)
        else ask({ kind: 'link', url })
      })
    },
    setVisibility: (target, visibility) => {
      const { setVisibility } = actions
      if (setVisibility === null) return
      const call: BulkWork['call'] = (ids, bulk) => setVisibility(ids, visibility, bulk)
      void runner.run({ isDelete: false, call }, targetOf(target))
    },
    askToMove: (target) => ask({ kind: 'move', target }),
    askForCategory: (target) => ask({ kind: 'category', target }),
    askToDelete: (target) => ask({ kind: 'delete', target }),
  }
}

interface AnnouncementProps {
  readonly text: string
}

function Announcement({ text }: AnnouncementProps): ReactNode {
  const slot = useSlots()
  return (
    <div {...slot('spoken')} role="status">
      {text}
    </div>
  )
}

/** One name at a time is a field. */
function useRenaming(announce: (text: string) => void) {
  const { renameFile } = useFileActions()
  const messages = useMessages()
  const [id, setId] = useState<string | null>(null)
  return {
    id,
    start: (row: FileRow): void => {
      if (renameFile !== null && row.kind === 'stored') setId(row.id)
    },
    end: (row: FileRow, name: string): void => {
      setId(null)
      if (renameFile === null || row.kind !== 'stored' || name === row.file.name) return
      renameFile(row.file.id, name).then(
        () => announce(messages.fileRenamed({ name })),
        (error: unknown) => announce(reasonOf(error, messages)),
      )
    },
  }
}

function openFile(file: StoredFile, onFileOpen: ListActionsOptions['onFileOpen']): void {
  if (onFileOpen !== undefined) return onFileOpen({ file })
  const url = safeUrl(file.url)
  if (url !== null) window.open(url, '_blank', 'noopener,noreferrer')
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
