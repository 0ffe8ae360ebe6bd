'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import type { UploadTask } from '../../core/index.js'
import { useMessages } from '../messages/words.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import { mainAction } from './main-action.js'
import { MainButton } from './main-button.js'
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
  const main = mainAction(task, messages)
  const { closeButton, trackFocus } = useKeptFocus(main === null)
  const isSettled = ['ready', 'failed', 'cancelled'].includes(task.status)
  const close = isSettled ? messages.dismiss : messages.cancel
  return (
    <span {...slot('actions')}>
      {main !== null && (
        <MainButton task={task} action={main} tabIndex={tabIndex} onFocusChange={trackFocus} />
      )}
      {/* One element for both, so that focus stays when an upload settles. */}
      {(isSettled || task.canCancel) && (
        <button
          {...slot('icon-button')}
          ref={closeButton}
          type="button"
          tabIndex={tabIndex}
          aria-label={messages.actionOn({ action: close, name: task.name })}
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

/** Focus would fall to the top of the page with a button that has nothing left to do. */
function useKeptFocus(isGone: boolean) {
  const closeButton = useRef<HTMLButtonElement>(null)
  const hasFocus = useRef(false)
  useEffect(() => {
    if (!isGone || !hasFocus.current) return
    hasFocus.current = false
    closeButton.current?.focus()
  }, [isGone])
  const trackFocus = (isFocused: boolean) => {
    hasFocus.current = isFocused
  }
  return { closeButton, trackFocus }
}
