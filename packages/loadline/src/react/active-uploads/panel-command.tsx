'use client'

import type { ReactNode } from 'react'
import type { UploadSelector, UploadTotals } from '../../core/index.js'
import type { IconName } from '../icons.js'
import type { Messages } from '../messages/messages.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import { useUploadActions, type UploadActions } from '../uploads/use-upload-actions.js'
import type { PanelStatus } from './describe-panel.js'

interface PanelCommandProps {
  readonly status: PanelStatus
  readonly totals: UploadTotals
  readonly scope: string | undefined
}

interface Command {
  readonly label: string
  readonly icon: IconName
  /** Where there is little room the icon says enough. */
  readonly isPlain?: boolean
  readonly run: () => void
}

/** What can be done with all uploads. One element whatever it does, so that focus stays. */
export function PanelCommand({ status, totals, scope }: PanelCommandProps): ReactNode {
  const slot = useSlots()
  const { queue } = useProvider()
  const messages = useMessages()
  const actions = useUploadActions()
  const isPaused = () => queue.getGate().isPaused
  const command = commandFor(status, totals, { scope }, { actions, isPaused, messages })
  if (command === null) return null
  const { label, icon, isPlain, run } = command
  return (
    <button {...slot('small-button')} type="button" aria-label={label} onClick={run}>
      <Icon name={icon} size={13} />
      <span {...slot('uploads-command')} data-plain={isPlain === true ? '' : undefined}>
        {label}
      </span>
    </button>
  )
}

interface Means {
  readonly actions: UploadActions
  readonly isPaused: () => boolean
  readonly messages: Messages
}

function commandFor(
  status: PanelStatus,
  { counts }: UploadTotals,
  selection: UploadSelector,
  { actions, isPaused, messages }: Means,
): Command | null {
  const isWhole = selection.scope === undefined
  switch (status) {
    case 'ready':
      return {
        ...{ label: messages.clear, icon: 'close', isPlain: true },
        run: () => actions.clearSettled(selection),
      }
    case 'failed': {
      const run = () => actions.retry({ ...selection, statuses: ['failed'] })
      return { label: messages.retryFailed, icon: 'retry', run }
    }
    case 'held':
      return { label: messages.uploadAll, icon: 'upload', run: () => actions.release(selection) }
    case 'full':
      return { label: messages.tryNow, icon: 'retry', run: () => actions.resume() }
    case 'paused':
      return {
        ...{ label: messages.resumeAll, icon: 'resume', isPlain: true },
        run: () => {
          // The pause of the whole queue; else what was paused one by one.
          if (isPaused()) actions.resume()
          else actions.resume(selection)
        },
      }
    case 'need-you':
      // Nothing runs that could be paused.
      return null
    default: {
      const { queued, signing, uploading, waiting } = counts
      if (queued + signing + uploading + waiting === 0) return null
      const run = () => (isWhole ? actions.pause() : actions.pause(selection))
      return { label: messages.pauseAll, icon: 'pause', isPlain: true, run }
    }
  }
}
