'use client'

import { useState, type ReactNode, type RefObject } from 'react'
import { DetailsPlace } from '../file-details/details-place.js'
import { useDetails } from '../file-details/use-details.js'
import { useFileCategories } from '../file-folders/use-file-categories.js'
import type { FileRow } from '../file-list/merge-rows.js'
import type { FilesResult } from '../file-list/use-files.js'
import { PreviewPlace } from '../file-preview/preview-place.js'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import { useFreshFiles } from '../file-url/use-fresh-files.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { defaultActions } from './default-actions.js'
import { DialogPlace } from './dialog-place.js'
import { availableActions, type ActionTarget, type FileAction } from './file-action.js'
import { focusRow } from './focus-row.js'
import { listCommands, type ListCommands, type OnFileOpen } from './list-commands.js'
import type { OpenDialog } from './list-dialogs.js'
import { useBulkRunner } from './use-bulk-runner.js'
import { useFileActions } from './use-file-actions.js'
import { useRenaming, type Renaming } from './use-renaming.js'

export interface ListActionsOptions {
  readonly list: FilesResult
  readonly rows: readonly FileRow[]
  readonly selection: FileSelectionResult
  /** The element of the whole list. */
  readonly root: RefObject<HTMLElement | null>
  readonly onFileOpen: OnFileOpen | undefined
  readonly customize: ((defaults: readonly FileAction[]) => readonly FileAction[]) | undefined
}

export interface ListActions {
  readonly actions: readonly FileAction[]
  /** What is offered under the id for these files, as the application has it. */
  readonly find: (id: string, target: ActionTarget) => FileAction | undefined
  /** All that are loaded. */
  readonly rows: readonly FileRow[]
  /** Says it to those who do not see what was done. */
  readonly announce: (text: string) => void
  readonly open: (row: FileRow) => void
  /** The row whose name is a field now. */
  readonly renamingId: string | null
  readonly endRename: Renaming['end']
  /** `null` also where the application does not offer to move files. */
  readonly moveTo: ListCommands['moveTo']
  /** The panel with the details of a file, while it is open. */
  readonly details: ReactNode
  /** The dialog that is open, and the words for those who do not see what was done. */
  readonly aside: ReactNode
}

/** What a list does to its files: the actions, their dialogs, and the words about their outcome. */
export function useListActions(options: ListActionsOptions): ListActions {
  const { rows, selection, customize, onFileOpen, list, root } = options
  const { adapter, icons } = useProvider()
  const messages = useMessages()
  const actions = useFileActions()
  const addresses = useFreshFiles()
  const hasCategories = useFileCategories().length > 0
  const runner = useBulkRunner(rows)
  const [asked, setAsked] = useState<OpenDialog | null>(null)
  const [previewedId, setPreviewedId] = useState<string | null>(null)
  const renaming = useRenaming(actions, runner.announce)
  const shown = useDetails(rows, selection)
  const commands = listCommands({
    ...{ adapter, addresses, actions, runner, messages, onFileOpen },
    ask: setAsked,
    startRename: renaming.start,
    showDetails: shown.show,
    showPreview: ({ id }) => setPreviewedId(id),
  })
  const defaults = defaultActions({ adapter, actions, commands, messages, icons, hasCategories })
  const offered = customize?.(defaults) ?? defaults
  return {
    actions: offered,
    find: (id, target) => availableActions(offered, target).find((one) => one.id === id),
    rows,
    announce: runner.announce,
    open: commands.open,
    renamingId: renaming.id,
    endRename: renaming.end,
    moveTo: offered.some(({ id }) => id === 'move') ? commands.moveTo : null,
    details: <DetailsPlace {...{ shown, actions, runner, offered, root }} />,
    aside: (
      <>
        <PreviewPlace
          {...{ rows, list, runner }}
          startId={previewedId}
          actions={offered}
          onClose={(rowId) => {
            setPreviewedId(null)
            focusRow(root.current, rowId)
          }}
        />
        <DialogPlace {...{ asked, actions, runner, selection }} onClose={() => setAsked(null)} />
      </>
    ),
  }
}
