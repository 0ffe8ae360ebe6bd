'use client'

import type { ReactNode } from 'react'
import { supports, type FileCategory } from '../../core/index.js'
import { fileQueryKeys } from '../../query/index.js'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { DeleteDialog } from './delete-dialog.js'
import { ChooseDialog, type Choice } from './choose-dialog.js'
import type { FileActions } from './create-file-actions.js'
import { filesOf } from './default-actions.js'
import { targetOf, type ActionTarget } from './file-action.js'
import { FailuresDialog, type BulkFailures } from './failures-dialog.js'
import { LinkDialog } from './link-dialog.js'
import { listDestinations } from './list-destinations.js'
import type { BulkRunner } from './use-bulk-runner.js'

export type OpenDialog =
  | { readonly kind: 'delete' | 'move' | 'category'; readonly target: ActionTarget }
  | { readonly kind: 'link'; readonly url: string }
  | ({ readonly kind: 'failures' } & BulkFailures)

interface ListDialogsProps {
  readonly dialog: OpenDialog
  readonly actions: FileActions
  readonly runner: BulkRunner
  readonly selection: FileSelectionResult
  readonly onClose: () => void
}

export function ListDialogs({ dialog, ...props }: ListDialogsProps): ReactNode {
  if (dialog.kind === 'link') return <LinkDialog url={dialog.url} onClose={props.onClose} />
  if (dialog.kind === 'failures') return <FailuresDialog {...dialog} onClose={props.onClose} />
  const { target } = dialog
  if (dialog.kind === 'move') return <MoveDialog {...props} target={target} />
  if (dialog.kind === 'category') return <CategoryDialog {...props} target={target} />
  return <DeleteFiles {...props} target={target} />
}

interface TargetDialogProps extends Omit<ListDialogsProps, 'dialog'> {
  readonly target: ActionTarget
}

function DeleteFiles({
  target,
  actions,
  runner,
  selection,
  onClose,
}: TargetDialogProps): ReactNode {
  const { deleteFiles } = actions
  if (deleteFiles === null) return null
  return (
    <DeleteDialog
      files={filesOf(target.rows)}
      count={target.selection.kind === 'all' ? selection.count : target.selection.ids.size}
      onClose={onClose}
      onDelete={(signal, onProgress) =>
        runner.run(
          { isDelete: true, call: deleteFiles, onDone: selection.forget },
          targetOf(target),
          { signal, onProgress },
        )
      }
    />
  )
}

function MoveDialog({ target, actions, runner, onClose }: TargetDialogProps): ReactNode {
  const messages = useMessages()
  const { adapter, userKey } = useProvider()
  const { moveFiles } = actions
  if (moveFiles === null) return null
  return (
    <ChooseDialog
      title={messages.moveTo}
      icon="folder"
      queryKey={[...fileQueryKeys.folders(adapter, userKey), 'all']}
      load={(signal) => listDestinations(adapter, messages.allFiles, signal)}
      onClose={onClose}
      onChoose={(folderId) => {
        const call = (ids: Parameters<typeof moveFiles>[0], options: object) =>
          moveFiles(ids, folderId, options)
        void runner.run({ isDelete: false, call }, targetOf(target))
      }}
    />
  )
}

function CategoryDialog({ target, actions, runner, onClose }: TargetDialogProps): ReactNode {
  const messages = useMessages()
  const { adapter, userKey } = useProvider()
  const { setCategory } = actions
  if (setCategory === null || !supports(adapter, 'listCategories')) return null
  const none: Choice<FileCategory | null> = { id: '', label: messages.noCategory, value: null }
  return (
    <ChooseDialog
      title={messages.changeCategory}
      icon="category"
      queryKey={[...fileQueryKeys.categories(adapter, userKey), 'choices']}
      load={async (signal) => {
        const categories = await adapter.listCategories({ signal })
        return [none, ...categories.map((value) => ({ id: value.id, label: value.name, value }))]
      }}
      onClose={onClose}
      onChoose={(category) => {
        const call = (ids: Parameters<typeof setCategory>[0], options: object) =>
          setCategory(ids, category, options)
        void runner.run({ isDelete: false, call }, targetOf(target))
      }}
    />
  )
}
