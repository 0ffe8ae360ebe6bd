'use client'

import type { ReactNode } from 'react'
import type { UploadTask } from '../../core/index.js'
import { useMessages } from '../messages/words.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import { isUnconfirmed } from './describe-upload.js'
import { useUploadActions } from './use-upload-actions.js'

interface UploadButtonsProps {
  readonly task: UploadTask
  /** -1 where the row around them takes the place in the tab order. */
  readonly tabIndex?: number | undefined
  /** Just before an upload is cancelled, or a settled one dismissed: its row may go. */
  readonly onClose?: ((button: HTMLElement, action: 'cancel' | 'dismiss') => void) | undefined
}

/** What can be done with one upload: its one action, and the way out. */
export function UploadButtons({ task, tabIndex, onClose }: UploadButtonsProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const actions = useUploadActions()
  const isSettled = ['ready', 'failed', 'cancelled'].includes(task.status)
  const again = repeatWord(task, messages)
  const close = isSettled ? messages.dismiss : messages.cancel
  const nameOf = (action: string) => messages.actionOn({ action, name: task.name })
  return (
    <span {...slot('actions')}>
      {again !== null && (
        <button
          {...slot('small-button')}
          type="button"
          tabIndex={tabIndex}
          aria-label={nameOf(again)}
          onClick={() => {
            actions.retry(task.id)
          }}
        >
          <Icon name="retry" size={13} />
          {again}
        </button>
      )}
      {/* One element for both, so that focus stays when an upload settles. */}
      {(isSettled || task.canCancel) && (
        <button
          {...slot('icon-button')}
          type="button"
          tabIndex={tabIndex}
          aria-label={nameOf(close)}
          onClick={(event) => {
            const action = isSettled ? 'dismiss' : 'cancel'
            onClose?.(event.currentTarget, action)
            if (isSettled) actions.remove(task.id)
            else actions.cancel(task.id)
          }}
        >
          <Icon name="close" size={16} />
        </button>
      )}
    </span>
  )
}

function repeatWord(
  task: UploadTask,
  words: { readonly retry: string; readonly confirmAgain: string; readonly uploadAgain: string },
): string | null {
  if (task.status === 'cancelled') return words.uploadAgain
  if (task.status !== 'failed' || !task.canRetry) return null
  return isUnconfirmed(task) ? words.confirmAgain : words.retry
}
