'use client'

import type { ReactNode } from 'react'
import type { FileStatus, StoredFile } from '../../core/index.js'
import type { IconName } from '../icons.js'
import type { Messages } from '../messages/messages.js'
import { reasonWords } from '../messages/reason-words.js'
import { useMessages } from '../messages/words.js'
import { Icon } from '../slots/icon.js'
import { Ring } from '../slots/ring.js'
import { useSlots } from '../slots/slots.js'

const badgeIcons: Readonly<Record<Exclude<FileStatus, 'ready'>, IconName | 'ring'>> = {
  upload_pending: 'queued',
  processing: 'ring',
  error: 'failed',
  cancelled: 'cancelled',
  unknown: 'unknown',
}

interface FileStatusSignProps {
  readonly file: Pick<StoredFile, 'status' | 'statusReason'>
}

/** Ready is a dot and quiet words; only what is not ready earns a badge, and an error the reason that is told. */
export function FileStatusSign({ file: { status, statusReason } }: FileStatusSignProps): ReactNode {
  const slot = useSlots()
  const words = statusWords(useMessages())[status]
  if (status === 'ready') {
    return (
      <span {...slot('status')}>
        <span {...slot('dot')} aria-hidden />
        <span {...slot('status-words')}>{words}</span>
      </span>
    )
  }
  const icon = badgeIcons[status]
  return (
    <>
      <span {...slot('badge')} data-status={status}>
        {icon === 'ring' ? <Ring fraction={null} size={12} /> : <Icon name={icon} size={12} />}
        {words}
      </span>{' '}
      {status === 'error' && statusReason !== null && <StatusReason reason={statusReason} />}
    </>
  )
}

/** One line of it, the whole under the pointer. */
function StatusReason({ reason }: { readonly reason: string }): ReactNode {
  const slot = useSlots()
  const words = reasonWords(useMessages(), reason)
  return (
    <span {...slot('status-reason')} title={words} dir="auto">
      {words}
    </span>
  )
}

function statusWords(messages: Messages): Readonly<Record<FileStatus, string>> {
  return {
    upload_pending: messages.filePending,
    processing: messages.fileProcessing,
    ready: messages.fileReady,
    error: messages.fileError,
    cancelled: messages.cancelled,
    unknown: messages.fileUnknown,
  }
}
