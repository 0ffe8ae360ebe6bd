'use client'

import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore, type ReactNode } from 'react'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import { useNow } from './use-now.js'

export function useIsOnline(): boolean {
  return useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
    () => true,
  )
}

interface OfflineNoticeProps {
  /** Epoch ms: how old the rows are. */
  readonly requestedAt: number
}

/** The rows stay, and say from when they are. */
export function OfflineNotice({ requestedAt }: OfflineNoticeProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { format } = useProvider()
  const now = useNow()
  if (useIsOnline()) return null
  const time = now === null ? '' : format.relative(new Date(requestedAt).toISOString(), now)
  return (
    <div {...slot('list-notice')} role="status">
      <Icon name="offline" size={15} />
      <span>
        <strong>{messages.listOffline}</strong> {messages.listAsOf({ time })}
      </span>
    </div>
  )
}
