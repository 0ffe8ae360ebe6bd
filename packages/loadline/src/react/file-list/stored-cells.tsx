'use client'

import type { ReactNode } from 'react'
import type { FileStatus, StoredFile } from '../../core/index.js'
import { useFileUrl } from '../file-url/use-file-url.js'
import type { IconName } from '../icons.js'
import type { Messages } from '../messages/messages.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { Ring } from '../slots/ring.js'
import { useSlots } from '../slots/slots.js'
import { Cell } from './cell.js'

interface StoredCellsProps {
  /** What the ids of its cells begin with. */
  readonly id: string
  readonly file: StoredFile
  readonly tabIndex: number
  /** There is more to do with it. */
  readonly hasMenu: boolean
  /** Epoch ms; `null` before the page is hydrated. */
  readonly now: number | null
}

/** What a stored file's row says beside its name. */
export function StoredCells({ id, file, tabIndex, now, hasMenu }: StoredCellsProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { format } = useProvider()
  const { url } = useFileUrl(file)
  return (
    <>
      <Cell slot="status-cell" id={`${id}status-cell`}>
        <FileStatusSign status={file.status} />
      </Cell>
      <Cell slot="size-cell" id={`${id}size-cell`}>
        {file.size !== null && <bdi>{format.bytes(file.size)}</bdi>}
      </Cell>
      <Cell slot="added-cell" id={`${id}added-cell`}>
        {file.createdAt !== null && <AddedTime at={file.createdAt} now={now} />}
      </Cell>
      <Cell slot="actions-cell">
        <span {...slot('actions')}>
          {url !== null && (
            <a
              {...slot('icon-button')}
              href={url}
              download={file.name}
              target="_blank"
              rel="noopener noreferrer"
              tabIndex={tabIndex}
              aria-label={messages.actionOn({ action: messages.download, name: file.name })}
            >
              <Icon name="download" size={16} />
            </a>
          )}
          {hasMenu && (
            <button
              {...slot('icon-button')}
              type="button"
              data-menu=""
              aria-haspopup="menu"
              tabIndex={tabIndex}
              aria-label={messages.actionOn({ action: messages.moreActions, name: file.name })}
            >
              <Icon name="more" size={16} />
            </button>
          )}
        </span>
      </Cell>
    </>
  )
}

const badgeIcons: Readonly<Record<Exclude<FileStatus, 'ready'>, IconName | 'ring'>> = {
  upload_pending: 'queued',
  processing: 'ring',
  error: 'failed',
  cancelled: 'cancelled',
  unknown: 'unknown',
}

/** Ready is a dot and quiet words; only what is not ready earns a badge. */
function FileStatusSign({ status }: { readonly status: FileStatus }): ReactNode {
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
    <span {...slot('badge')}>
      {icon === 'ring' ? <Ring fraction={null} size={12} /> : <Icon name={icon} size={12} />}
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

interface AddedTimeProps {
  readonly at: string
  readonly now: number | null
}

function AddedTime({ at, now }: AddedTimeProps): ReactNode {
  const { format } = useProvider()
  return (
    <time dateTime={at} dir="auto">
      {now === null ? format.absolute(at) : format.relative(at, now)}
    </time>
  )
}
