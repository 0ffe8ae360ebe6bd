'use client'

import type { ReactNode } from 'react'
import type { FileRejection } from '../../core/index.js'
import { FileName } from '../file-name/file-name.js'
import { FileTile } from '../file-tile/file-tile.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { useSlots } from '../slots/slots.js'
import { describeRejection } from './describe-rejection.js'

interface RejectionListProps {
  readonly rejections: readonly FileRejection[]
  readonly onChange: (rejections: readonly FileRejection[]) => void
}

/** The files that were not taken, with the reasons. */
export function RejectionList({ rejections, onChange }: RejectionListProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  if (rejections.length === 0) return null
  return (
    <div {...slot('rejections')} role="alert">
      <div {...slot('rejections-title')}>
        {messages.filesRejected({ count: rejections.length })}
        <button
          {...slot('small-button')}
          type="button"
          onClick={() => {
            onChange([])
          }}
        >
          {messages.dismiss}
        </button>
      </div>
      <ul {...slot('rejection-list')}>
        {rejections.map((rejection, index) => (
          <RejectionRow
            // oxlint-disable-next-line react/no-array-index-key -- A row has no state, and the same file may stand here twice.
            key={index}
            rejection={rejection}
            onAdded={() => {
              onChange(rejections.filter((other) => other !== rejection))
            }}
          />
        ))}
      </ul>
    </div>
  )
}

interface RejectionRowProps {
  readonly rejection: FileRejection
  readonly onAdded: () => void
}

function RejectionRow({ rejection, onAdded }: RejectionRowProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { format } = useProvider()
  const { name, type } = rejection.file
  const isOnlyDuplicate = rejection.errors.every(({ code }) => code === 'duplicate')
  return (
    <li {...slot('rejection')}>
      <FileTile name={name} contentType={type} />
      <span {...slot('upload-body')}>
        <FileName name={name} />
        <span {...slot('rejection-reason')}>{describeRejection(rejection, messages, format)}</span>
      </span>
      {isOnlyDuplicate && (
        <button
          {...slot('small-button')}
          type="button"
          aria-label={messages.actionOn({ action: messages.addAnyway, name })}
          onClick={() => {
            if (rejection.addAnyway() !== null) onAdded()
          }}
        >
          {messages.addAnyway}
        </button>
      )}
    </li>
  )
}
