'use client'

import { memo, useSyncExternalStore, type ReactNode } from 'react'
import type { UploadQueue } from '../../core/index.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { LoadLine } from '../slots/load-line.js'
import { useSlots } from '../slots/slots.js'
import { UploadStatusLine } from '../uploads/upload-status-line.js'
import { needsPerson } from './use-need-you.js'
import { placeAttributes, type RowPlace } from './row-place.js'
import { smallFilesRow } from './group-small-files.js'

interface SmallFilesRowProps extends RowPlace {
  readonly ids: readonly string[]
  readonly isExpanded: boolean
  readonly expand: (isExpanded: boolean) => void
}

/** Many small files in one row, which opens. */
export const SmallFilesRow = memo(function SmallFilesRow(props: SmallFilesRowProps): ReactNode {
  const { ids, isExpanded, expand, ...place } = props
  const slot = useSlots()
  const messages = useMessages()
  const { done, failed, needYou } = useGroupCounts(ids)
  const name = messages.smallFiles({ count: ids.length })
  const fraction = done / ids.length
  const status = groupStatus(ids.length, done, failed)
  const words = [messages.filesUploaded({ count: done })]
  if (failed > 0) words.push(messages.uploadsFailed({ count: failed }))
  if (needYou > 0) words.push(messages.needYou({ count: needYou }))
  const icon = { uploading: 'ring', failed: 'failed', ready: 'done' } as const
  return (
    <li {...slot('upload-row')} {...placeAttributes(smallFilesRow, place)} data-status={status}>
      <span {...slot('tile')} aria-hidden>
        <Icon name="files" size={16} />
      </span>
      <span {...slot('upload-body')}>
        <bdi {...slot('name')}>{name}</bdi>
        <UploadStatusLine icon={icon[status]} fraction={fraction} words={words} />
      </span>
      <span {...slot('actions')}>
        <button
          {...slot('icon-button')}
          type="button"
          aria-expanded={isExpanded}
          aria-label={messages.actionOn({ action: messages.show, name })}
          onClick={() => expand(!isExpanded)}
        >
          <Icon name={isExpanded ? 'shut' : 'open'} size={16} />
        </button>
      </span>
      <LoadLine
        label={name}
        drawn={fraction}
        percent={Math.floor(fraction * 100)}
        text={words.join(', ')}
      />
    </li>
  )
})

interface GroupCounts {
  readonly done: number
  readonly failed: number
  readonly needYou: number
}

/** Counted when the status of any upload changed, never for progress. */
function useGroupCounts(ids: readonly string[]): GroupCounts {
  const { queue } = useProvider()
  const version = () => queue.store.getState().idsVersion
  useSyncExternalStore(queue.store.subscribe, version, version)
  return countGroup(queue, ids)
}

function countGroup(queue: UploadQueue, ids: readonly string[]): GroupCounts {
  const counts = { done: 0, failed: 0, needYou: 0 }
  for (const id of ids) {
    const status = queue.getTask(id)?.status
    if (status === 'ready' || status === 'processing') counts.done += 1
    else if (status === 'failed') counts.failed += 1
    else if (needsPerson(queue, id)) counts.needYou += 1
  }
  return counts
}

function groupStatus(all: number, done: number, failed: number): 'uploading' | 'failed' | 'ready' {
  if (done + failed < all) return 'uploading'
  return failed > 0 ? 'failed' : 'ready'
}
