import type { TaskIn, UploadTask } from '../../core/index.js'
import type { IconName } from '../icons.js'
import type { Messages } from '../messages/messages.js'
import { isUnconfirmed } from './describe-upload.js'

/** The one action that a status offers, beside the way out. */
export interface MainAction {
  readonly does: 'pause' | 'resume' | 'retry' | 'sign-in' | 'choose-file' | 'release'
  readonly label: string
  readonly icon: IconName | null
  /** The icon says enough. */
  readonly isIconOnly: boolean
}

export function mainAction(task: UploadTask, messages: Messages): MainAction | null {
  switch (task.status) {
    case 'queued':
      return task.isHeld ? worded('release', messages.upload) : pausing(task, messages)
    case 'signing':
    case 'uploading':
      return pausing(task, messages)
    case 'paused':
      return { does: 'resume', label: messages.resume, icon: 'resume', isIconOnly: true }
    case 'waiting':
      return waitingAction(task, messages)
    case 'cancelled':
      return { does: 'retry', label: messages.uploadAgain, icon: 'retry', isIconOnly: true }
    case 'failed':
      if (!task.canRetry) return null
      return again(isUnconfirmed(task) ? messages.confirmAgain : messages.retry)
    default:
      return null
  }
}

function waitingAction(task: TaskIn<'waiting'>, messages: Messages): MainAction | null {
  switch (task.reason) {
    case 'backoff':
      return worded('retry', messages.tryNow)
    case 'auth':
      return worded('sign-in', messages.signIn)
    case 'file':
      return worded('choose-file', messages.chooseFile)
    case 'permission':
      // The browser asks only when a person has just acted.
      return worded('resume', messages.allow)
    case 'offline':
      return pausing(task, messages)
    default:
      return null
  }
}

function pausing({ canPause }: UploadTask, { pause }: Messages): MainAction | null {
  return canPause ? { does: 'pause', label: pause, icon: 'pause', isIconOnly: true } : null
}

function again(label: string): MainAction {
  return { does: 'retry', label, icon: 'retry', isIconOnly: false }
}

function worded(does: MainAction['does'], label: string): MainAction {
  return { does, label, icon: null, isIconOnly: false }
}
