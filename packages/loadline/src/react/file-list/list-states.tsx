'use client'

import { useEffect, type ReactNode } from 'react'
import { isUploadError, supports, type FileListQuery } from '../../core/index.js'
import type { IconName } from '../icons.js'
import { useMessages } from '../messages/words.js'
import { noteToDevelopers } from '../note-to-developers.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import { hasFilter, hasSearch, withoutFilter } from './is-narrowed.js'

interface StateProps {
  readonly icon: IconName
  readonly title: string
  readonly children: ReactNode
  readonly action?: ReactNode
}

/** A fact, a line or two, at most one action. */
function State({ icon, title, children, action }: StateProps): ReactNode {
  const slot = useSlots()
  return (
    <div {...slot('state')}>
      <span {...slot('state-plate')} aria-hidden>
        <Icon name={icon} size={22} />
      </span>
      <div {...slot('state-title')}>{title}</div>
      <div {...slot('state-text')}>{children}</div>
      {action}
    </div>
  )
}

export function EmptyState(): ReactNode {
  const messages = useMessages()
  const { adapter } = useProvider()
  const canUpload = supports(adapter, 'createUpload', 'finalizeUpload')
  return (
    <State icon="empty" title={messages.emptyTitle}>
      {canUpload ? messages.emptyText : messages.emptyTextReadOnly}
    </State>
  )
}

interface NoMatchStateProps {
  readonly query: FileListQuery
  /** `null`: only the application can ask for something else. */
  readonly onQuery: ((query: FileListQuery) => void) | null
}

/** Says what was asked, and undoes search and filters each by itself. */
export function NoMatchState({ query, onQuery }: NoMatchStateProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const actions = onQuery !== null && (
    <div {...slot('state-actions')}>
      {hasSearch(query) && (
        <button
          {...slot('button')}
          type="button"
          onClick={() => onQuery({ ...query, search: undefined })}
        >
          {messages.clearSearch}
        </button>
      )}
      {hasFilter(query) && (
        <button {...slot('button')} type="button" onClick={() => onQuery(withoutFilter(query))}>
          {messages.clearFilter}
        </button>
      )}
    </div>
  )
  const title = hasSearch(query)
    ? messages.noMatchSearch({ name: query.search ?? '' })
    : messages.noMatchTitle
  return (
    <State icon="noMatch" title={title} action={actions}>
      {messages.noMatchText}
    </State>
  )
}

interface ListErrorStateProps {
  readonly error: Error | null
  readonly onRetry: () => Promise<void>
}

export function ListErrorState({ error, onRetry }: ListErrorStateProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const code = isUploadError(error) ? error.code : 'unknown'
  const note = code === 'unsupported' ? error?.message : undefined
  useEffect(() => {
    if (note !== undefined) noteToDevelopers(`FileList: ${note}`)
  }, [note])
  if (code === 'forbidden') {
    return (
      <State icon="forbidden" title={messages.listForbiddenTitle}>
        {messages.listForbiddenText}
      </State>
    )
  }
  // It would get the same answer.
  const action = code !== 'unsupported' && (
    <button
      {...slot('button')}
      type="button"
      onClick={() => {
        void onRetry()
      }}
    >
      <Icon name="retry" size={15} />
      {messages.tryAgain}
    </button>
  )
  return (
    <div role="alert">
      <State icon="loadFailed" title={messages.listErrorTitle} action={action}>
        {messages.listErrors(code)}
        <br />
        {messages.listErrorSafe}
      </State>
    </div>
  )
}

/** It goes on by itself. */
export function OfflineState(): ReactNode {
  const messages = useMessages()
  return (
    <State icon="offline" title={messages.listErrorTitle}>
      {messages.listOffline}
    </State>
  )
}
