'use client'

import { useState, type ReactNode } from 'react'
import type { FileFolder } from '../../core/index.js'
import { DialogActions } from '../dialog/dialog-actions.js'
import { ModalDialog, useDialog } from '../dialog/modal-dialog.js'
import { useMessages } from '../messages/words.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import { folderReasonOf } from './folder-reason-of.js'
import { useFileFolders } from './use-file-folders.js'

interface FolderPickerProps {
  readonly title: string
  /** Where the files are now; `null`: at the root; `undefined`: not known, or here and there. */
  readonly hereId: string | null | undefined
  /** `null`: the root. */
  readonly onChoose: (folderId: string | null) => void
  readonly onClose: () => void
}

/** A folder to move to. Each level is asked for when it is opened, so that a backend may have any number of them. */
export function FolderPicker(props: FolderPickerProps): ReactNode {
  const { title, hereId, onChoose, onClose } = props
  const slot = useSlots()
  const messages = useMessages()
  const { dialog, close } = useDialog()
  const choose = (folderId: string | null): void => {
    close()
    onChoose(folderId)
  }
  return (
    <ModalDialog {...{ dialog, title, onClose }}>
      <ul {...slot('dialog-list')} aria-label={messages.folders}>
        <li>
          <div {...slot('folder-choice')}>
            <Choice
              name={messages.allFiles}
              isHere={hereId === null}
              onChoose={() => choose(null)}
            />
          </div>
          <FolderLevel parentId={null} hereId={hereId} onChoose={choose} />
        </li>
      </ul>
      <DialogActions onClose={close} />
    </ModalDialog>
  )
}

interface FolderLevelProps extends Pick<FolderPickerProps, 'hereId' | 'onChoose'> {
  readonly parentId: string | null
}

function FolderLevel({ parentId, hereId, onChoose }: FolderLevelProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { folders, status, error } = useFileFolders(parentId)
  if (status === 'error' || (status === 'success' && folders.length === 0)) {
    const isError = status === 'error'
    return (
      <div {...slot('folder-level')} role={isError ? 'alert' : 'status'}>
        {isError ? folderReasonOf(error, messages) : messages.noFoldersInside}
      </div>
    )
  }
  if (status === 'pending') {
    return (
      <div {...slot('folder-level')} role="status">
        {messages.loadingFiles}
      </div>
    )
  }
  return (
    <ul {...slot('folder-level')}>
      {folders.map((folder) => (
        <FolderBranch key={folder.id} {...{ folder, hereId, onChoose }} />
      ))}
    </ul>
  )
}

interface FolderBranchProps extends Pick<FolderPickerProps, 'hereId' | 'onChoose'> {
  readonly folder: FileFolder
}

function FolderBranch({ folder, hereId, onChoose }: FolderBranchProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const [isOpen, setIsOpen] = useState(false)
  const { id, name } = folder
  return (
    <li>
      <div {...slot('folder-choice')}>
        <Choice name={name} isHere={id === hereId} onChoose={() => onChoose(id)} />
        <button
          {...slot('icon-button')}
          type="button"
          aria-expanded={isOpen}
          aria-label={messages.showFoldersIn({ name })}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'shut' : 'open'} size={16} />
        </button>
      </div>
      {isOpen && <FolderLevel parentId={id} {...{ hereId, onChoose }} />}
    </li>
  )
}

interface ChoiceProps {
  readonly name: string
  /** The files are there now. */
  readonly isHere: boolean
  readonly onChoose: () => void
}

function Choice({ name, isHere, onChoose }: ChoiceProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  return (
    <button
      {...slot('dialog-choice')}
      type="button"
      aria-current={isHere || undefined}
      onClick={onChoose}
    >
      <Icon name="folder" size={15} />
      <bdi>{name}</bdi>
      {isHere && (
        <>
          {' '}
          <small>{messages.hereNow}</small>
        </>
      )}
    </button>
  )
}
