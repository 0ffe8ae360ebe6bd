'use client'

import { useRef, type ReactNode, type RefObject } from 'react'
import type { UploadTask } from '../../core/index.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import type { MainAction } from './main-action.js'

interface MainButtonProps {
  readonly task: UploadTask
  readonly action: MainAction
  readonly tabIndex: number | undefined
  readonly onFocusChange: (isFocused: boolean) => void
}

/** One element whatever it does, so that focus stays when "Pause" becomes "Resume". */
export function MainButton({ task, action, tabIndex, onFocusChange }: MainButtonProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const input = useRef<HTMLInputElement>(null)
  const run = useRun(task, () => input.current?.click())
  const { does, label, icon, isIconOnly } = action
  return (
    <>
      <button
        {...slot(isIconOnly ? 'icon-button' : 'small-button')}
        type="button"
        tabIndex={tabIndex}
        aria-label={messages.actionOn({ action: label, name: task.name })}
        onFocus={() => onFocusChange(true)}
        onBlur={() => onFocusChange(false)}
        onClick={() => run(does)}
      >
        {icon !== null && <Icon name={icon} size={isIconOnly ? 16 : 13} />}
        {!isIconOnly && label}
      </button>
      {does === 'choose-file' && <FileInput inputRef={input} taskId={task.id} />}
    </>
  )
}

function useRun({ id }: UploadTask, chooseFile: () => void): (does: MainAction['does']) => void {
  const { queue, signIn } = useProvider()
  return (does) => {
    switch (does) {
      case 'pause':
        queue.pause(id)
        break
      case 'resume':
        queue.resume(id)
        break
      case 'retry':
        queue.retry(id)
        break
      case 'release':
        queue.release(id)
        break
      case 'sign-in':
        signIn()
        break
      case 'choose-file':
        chooseFile()
    }
  }
}

interface FileInputProps {
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly taskId: string
}

function FileInput({ inputRef, taskId }: FileInputProps): ReactNode {
  const { queue } = useProvider()
  return (
    <input
      ref={inputRef}
      type="file"
      hidden
      onChange={({ target }) => {
        const file = target.files?.[0]
        target.value = ''
        if (file !== undefined) queue.provideFile(taskId, file)
      }}
    />
  )
}
