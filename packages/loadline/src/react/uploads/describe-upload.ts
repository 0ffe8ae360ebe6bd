import type { TaskIn, UploadTask } from '../../core/index.js'
import type { Format } from '../format/create-format.js'
import type { IconName } from '../icons.js'
import type { Messages } from '../messages/messages.js'
import { reasonWords } from '../messages/reason-words.js'

export interface UploadDescription {
  /** `ring`: turning, or filled to `fraction`. */
  readonly icon: IconName | 'ring'
  readonly fraction: number | null
  /** Stand beside each other, separated by a dot. */
  readonly words: readonly string[]
  /** What of the load line is drawn, 0 to 1. */
  readonly drawn: number
  /** Whole percent, rounded down: 100 only after the store's answer. */
  readonly percent: number
  readonly percentText: string
}

/** What the task itself does not say. */
export interface UploadSurroundings {
  /** Until the next attempt. */
  readonly secondsLeft: number | null
  /** The server wants fewer uploads at once. */
  readonly isLimited: boolean
}

const alone: UploadSurroundings = { secondsLeft: null, isLimited: false }

type Looks = Pick<UploadDescription, 'icon' | 'words'> & { readonly drawn?: number }

/** An upload's status in words and signs. */
export function describeUpload(
  task: UploadTask,
  messages: Messages,
  format: Format,
  surroundings: UploadSurroundings = alone,
): UploadDescription {
  const fraction = sentFraction(task)
  const looks =
    task.status === 'waiting'
      ? waitingLooks(task, messages, format, surroundings)
      : looksOf(task, messages, format)
  return {
    icon: looks.icon,
    fraction: task.status === 'uploading' ? fraction : null,
    words: looks.words,
    drawn: looks.drawn ?? fraction,
    percent: Math.floor(fraction * 100),
    percentText: format.percent(fraction),
  }
}

function looksOf(
  task: Exclude<UploadTask, { status: 'waiting' }>,
  messages: Messages,
  format: Format,
): Looks {
  switch (task.status) {
    case 'queued':
      return {
        icon: 'queued',
        words: [task.isHeld ? messages.held : messages.queued, format.bytes(task.size)],
        drawn: 0,
      }
    case 'signing':
      return { icon: 'ring', words: [messages.preparing], drawn: 0 }
    case 'uploading':
      return { icon: 'ring', words: [sentWords(task, messages, format)] }
    case 'finalizing':
      return { icon: 'ring', words: [messages.confirming], drawn: 1 }
    case 'processing':
      return { icon: 'ring', words: [processingWords(task, messages)], drawn: 0 }
    case 'paused':
      return { icon: 'paused', words: [messages.paused, sentWords(task, messages, format)] }
    case 'ready':
      return { icon: 'done', words: [messages.uploaded, format.bytes(task.size)], drawn: 1 }
    case 'failed':
      return failedLooks(task, messages, format)
    case 'cancelled':
      return { icon: 'cancelled', words: [messages.cancelled], drawn: 0 }
  }
}

const waitingIcons = {
  backoff: 'backoff',
  offline: 'offline',
  'other-tab': 'otherTab',
  file: 'fileNeeded',
  permission: 'permissionNeeded',
  auth: 'signInNeeded',
} as const satisfies Record<TaskIn<'waiting'>['reason'], IconName>

function waitingLooks(
  { reason }: TaskIn<'waiting'>,
  messages: Messages,
  format: Format,
  { secondsLeft, isLimited }: UploadSurroundings,
): Looks {
  const time = secondsLeft === null || secondsLeft === 0 ? null : format.duration(secondsLeft)
  const words = {
    backoff: isLimited ? messages.limited({ time }) : messages.backoff({ time }),
    offline: messages.offline,
    'other-tab': messages.otherTab,
    file: messages.waitingForFile,
    permission: messages.waitingForPermission,
    auth: messages.waitingForSignIn,
  }
  return { icon: waitingIcons[reason], words: [words[reason]] }
}

function processingWords({ isLate }: TaskIn<'processing'>, messages: Messages): string {
  return isLate ? messages.processingLate : messages.processingUpload
}

/** The bytes are in the store: only the backend's word is missing. */
export function isUnconfirmed(task: UploadTask): boolean {
  return task.status === 'failed' && task.step === 'finalize' && task.bytesSafe
}

function failedLooks(task: TaskIn<'failed'>, messages: Messages, format: Format): Looks {
  const words = failedWords(task, messages, format)
  // All of it was sent: the line stops nowhere.
  const isSent = isUnconfirmed(task) || task.step === 'process'
  return isSent ? { icon: 'failed', words, drawn: 0 } : { icon: 'failed', words }
}

function failedWords(
  task: TaskIn<'failed'>,
  messages: Messages,
  format: Format,
): readonly string[] {
  if (isUnconfirmed(task)) return [messages.notConfirmed]
  const { limit, statusReason } = task.error.details
  if (typeof statusReason === 'string') {
    return [messages.fileError, reasonWords(messages, statusReason)]
  }
  return [
    messages.errors[task.error.code]({
      size: format.bytes(task.size),
      limit: typeof limit === 'number' ? format.limit(limit) : null,
    }),
  ]
}

function sentWords(task: UploadTask, messages: Messages, format: Format): string {
  return messages.sentOf(format.pair(task.sentBytes, task.size))
}

function sentFraction(task: UploadTask): number {
  if (task.status === 'finalizing' || task.status === 'processing' || task.status === 'ready') {
    return 1
  }
  return task.size === 0 ? 0 : task.sentBytes / task.size
}
