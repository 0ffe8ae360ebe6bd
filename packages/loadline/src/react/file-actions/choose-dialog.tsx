'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { IconName } from '../icons.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import { DialogActions } from '../dialog/dialog-actions.js'
import { ModalDialog, useDialog } from '../dialog/modal-dialog.js'

export interface Choice<T> {
  readonly id: string
  readonly label: string
  readonly value: T
}

interface ChooseDialogProps<T> {
  readonly title: string
  readonly icon: IconName
  readonly queryKey: readonly unknown[]
  readonly load: (signal: AbortSignal) => Promise<readonly Choice<T>[]>
  readonly onChoose: (value: T) => void
  readonly onClose: () => void
}

/** One of a few: a folder to move to, a category. */
export function ChooseDialog<T>(props: ChooseDialogProps<T>): ReactNode {
  const { title, icon, queryKey, load, onChoose, onClose } = props
  const slot = useSlots()
  const messages = useMessages()
  const { queryClient } = useProvider()
  const { dialog, close } = useDialog()
  const { data, error } = useQuery(
    { queryKey, queryFn: ({ signal }) => load(signal), retry: false },
    queryClient,
  )
  return (
    <ModalDialog {...{ dialog, title, onClose }}>
      {data === undefined && (
        <div {...slot('dialog-text')} role="status">
          {error === null ? messages.loadingFiles : messages.fileErrors.unknown}
        </div>
      )}
      {data !== undefined && (
        <ul {...slot('dialog-list')}>
          {data.map(({ id, label, value }) => (
            <li key={id}>
              <button
                {...slot('dialog-choice')}
                type="button"
                onClick={() => {
                  close()
                  onChoose(value)
                }}
              >
                <Icon name={icon} size={15} />
                <bdi>{label}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
      <DialogActions onClose={close} />
    </ModalDialog>
  )
}
