'use client'

import type { ReactNode } from 'react'
import type { FileRejection } from '../../core/index.js'
import { FileName } from '../file-name/file-name.js'
import { FileTile } from '../file-tile/file-tile.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { focusNeighbour } from '../slots/focus-neighbour.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import { describeRejection } from './describe-rejection.js'
import type { RejectionProps } from './upload-component-props.js'

/** Of thousands nobody reads more. */
const mostRows = 100

export interface RejectionListProps {
  readonly rejections: readonly FileRejection[]
  readonly chosenCount: number
  readonly onDismiss: (rejection?: FileRejection) => void
  readonly renderRejection: ((props: RejectionProps) => ReactNode) | undefined
}

/** The files that were not taken, with the reasons. */
export function RejectionList(props: RejectionListProps): ReactNode {
  const { rejections, chosenCount, onDismiss, renderRejection } = props
  const slot = useSlots()
  const messages = useMessages()
  const { format } = useProvider()
  const count = rejections.length
  if (count === 0) return null
  return (
    <div {...slot('rejections')} role="alert">
      <div {...slot('rejections-title')}>
        <Icon name="failed" size={16} />
        <span>
          <bdi>{messages.filesRejected({ count, total: chosenCount })}</bdi>
        </span>
        <button
          {...slot('small-button')}
          type="button"
          onClick={({ currentTarget }) => {
            focusNeighbour(currentTarget)
            onDismiss()
          }}
        >
          {messages.dismiss}
        </button>
      </div>
      <ul {...slot('rejection-list')}>
        {rejections.slice(0, mostRows).map((rejection, index) => {
          const text = describeRejection(rejection, messages, format)
          const row = { rejection, text, dismiss: () => onDismiss(rejection) }
          return (
            // oxlint-disable-next-line react/no-array-index-key -- A row has no state, and the same file may stand here twice.
            <li key={index} {...slot('rejection')}>
              {renderRejection?.(row) ?? <RejectionRow {...row} isOnly={count === 1} />}
            </li>
          )
        })}
        {count > mostRows && (
          <li {...slot('rejection')}>{messages.more({ count: count - mostRows })}</li>
        )}
      </ul>
    </div>
  )
}

interface RejectionRowProps extends RejectionProps {
  /** The title's button dismisses it. */
  readonly isOnly: boolean
}

function RejectionRow({ rejection, text, dismiss, isOnly }: RejectionRowProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { name, type } = rejection.file
  const isOnlyDuplicate = rejection.errors.every(({ code }) => code === 'duplicate')
  return (
    <>
      <FileTile name={name} contentType={type} />
      <span {...slot('upload-body')}>
        <FileName name={name} />
        <bdi {...slot('rejection-reason')}>{text}</bdi>
      </span>
      {isOnlyDuplicate && (
        <button
          {...slot('small-button')}
          type="button"
          aria-label={messages.actionOn({ action: messages.addAnyway, name })}
          onClick={({ currentTarget }) => {
            if (rejection.addAnyway() === null) return
            focusNeighbour(currentTarget)
            dismiss()
          }}
        >
          {messages.addAnyway}
        </button>
      )}
      {!isOnly && (
        <button
          {...slot('icon-button')}
          type="button"
          aria-label={messages.actionOn({ action: messages.hide, name })}
          onClick={({ currentTarget }) => {
            focusNeighbour(currentTarget)
            dismiss()
          }}
        >
          <Icon name="close" size={16} />
        </button>
      )}
    </>
  )
}
