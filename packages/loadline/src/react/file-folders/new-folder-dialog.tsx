'use client'

import { useId, useState, type ReactNode } from 'react'
import { DialogActions } from '../dialog/dialog-actions.js'
import { ModalDialog, useDialog } from '../dialog/modal-dialog.js'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'
import { folderReasonOf } from './folder-reason-of.js'
import { useFileFolders } from './use-file-folders.js'

interface NewFolderDialogProps {
  /** `null`: the root. */
  readonly parentId: string | null
  readonly say: (text: string) => void
  readonly onClose: () => void
}

/** Asks for a name, and keeps it where the backend does not take it. */
export function NewFolderDialog({ parentId, say, onClose }: NewFolderDialogProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const id = useId()
  const { dialog, close } = useDialog()
  const { name, setName, problem, isBusy, create } = useCreating(parentId, (created) => {
    say(messages.folderCreated({ name: created }))
    close()
  })
  return (
    <ModalDialog {...{ dialog, onClose }} title={messages.newFolder}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void create()
        }}
      >
        <input
          {...slot('text-field')}
          value={name}
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          aria-label={messages.folderName}
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem === null ? undefined : id}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        {problem !== null && (
          <p {...slot('dialog-problem')} id={id} role="alert">
            {problem}
          </p>
        )}
        <DialogActions onClose={close}>
          <button {...slot('upload-button')} type="submit" aria-disabled={isBusy || undefined}>
            {messages.createFolder}
          </button>
        </DialogActions>
      </form>
    </ModalDialog>
  )
}

function useCreating(parentId: string | null, onCreated: (name: string) => void) {
  const messages = useMessages()
  const { folders, createFolder } = useFileFolders(parentId)
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const create = async (): Promise<void> => {
    const wanted = name.trim()
    const isTaken = folders.some((folder) => folder.name === wanted)
    const known = isTaken ? 'taken' : problemOf(wanted)
    if (known === 'taken') setProblem(messages.folderErrors.conflict ?? null)
    else if (known !== null) setProblem(messages[known])
    if (known !== null || createFolder === null || isBusy) return
    setIsBusy(true)
    try {
      await createFolder(wanted)
      onCreated(wanted)
    } catch (error) {
      setProblem(folderReasonOf(error, messages))
    }
    setIsBusy(false)
  }
  const change = (next: string): void => {
    setName(next)
    setProblem(null)
  }
  return { name, setName: change, problem, isBusy, create }
}

function problemOf(name: string): 'folderNameEmpty' | 'nameInvalid' | null {
  if (name === '') return 'folderNameEmpty'
  return name.includes('/') ? 'nameInvalid' : null
}
