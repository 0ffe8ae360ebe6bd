'use client'

import type { ReactNode } from 'react'
import { supports, type FileCategory } from '../../core/index.js'
import { fileQueryKeys } from '../../query/index.js'
import { FolderPicker } from '../file-folders/folder-picker.js'
import type { FileSelectionResult } from '../file-selection/use-file-selection.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { AttachDialog } from './attach-dialog.js'
import { DeleteDialog } from './delete-dialog.js'
import { ChooseDialog, type Choice } from './choose-dialog.js'
import type { FileActions } from './create-file-actions.js'
import { filesOf } from './default-actions.js'
import { targetOf, type ActionTarget } from './file-action.js'
import { FailuresDialog, type BulkFailures } from './failures-dialog.js'
import { LinkDialog } from './link-dialog.js'
import type { BulkRunner, BulkWork } from './use-bulk-runner.js'

export type OpenDialog =
  | {
      readonly kind: 'attach' | 'category' | 'delete' | 'move'
      readonly target: ActionTarget
    }
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
  if (dialog.kind === 'attach') return <AttachFiles {...props} target={target} />
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

function AttachFiles({ target, actions, runner, onClose }: TargetDialogProps): ReactNode {
  const { associate } = actions
  if (associate === null) return null
  return (
    <AttachDialog
      onClose={onClose}
      onAttach={(association) => {
        const call: BulkWork['call'] = (ids, options) => associate(ids, association, options)
        void runner.run({ isDelete: false, call }, targetOf(target))
      }}
    />
  )
}

function MoveDialog({ target, actions, runner, selection, onClose }: TargetDialogProps): ReactNode {
  const messages = useMessages()
  const { moveFiles } = actions
  if (moveFiles === null) return null
  return (
    <FolderPicker
      title={messages.moveTo}
      hereId={placeOf(target)}
      onClose={onClose}
      onChoose={(folderId) => {
        const call = (ids: Parameters<typeof moveFiles>[0], options: object) =>
          moveFiles(ids, folderId, options)
        const onDone = selection.forgetMoved
        void runner.run({ isDelete: false, call, onDone }, targetOf(target))
      }}
    />
  )
}

/** The folder of them all; `undefined`: not known, or they lie in several. */
function placeOf({ rows, selection }: ActionTarget): string | null | undefined {
  if (selection.kind === 'all') return selection.query.filter?.folderId
  const files = filesOf(rows)
  const [one, ...others] = new Set(files.map(({ folderId }) => folderId))
  return others.length > 0 || files.length < selection.ids.size ? undefined : one
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
