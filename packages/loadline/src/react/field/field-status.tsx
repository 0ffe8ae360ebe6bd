'use client'

import type { ReactNode } from 'react'
import { useMessages } from '../messages/words.js'
import { Icon } from '../slots/icon.js'
import { Ring } from '../slots/ring.js'
import { useSlots } from '../slots/slots.js'
import type { FileFieldResult } from './use-file-field.js'

interface FieldStatusProps {
  readonly id: string
  readonly field: Pick<FileFieldResult, 'items' | 'value' | 'isPending' | 'problem'>
  readonly isOne: boolean
  /** The files are listed: they show the same. */
  readonly isListed?: boolean
}

/** How far a field is, or why its form was not sent. */
export function FieldStatus({ id, field, isOne, isListed = false }: FieldStatusProps): ReactNode {
  const { items, value, isPending, problem } = field
  const slot = useSlots()
  const messages = useMessages()
  const done = items.filter(({ fileId }) => fileId !== null).length
  const hasFailed = !isPending && done < items.length
  const words =
    isPending || hasFailed
      ? messages.fieldUploads({ done, total: items.length })
      : messages.filesUploaded({ count: value.length })
  return (
    // There from the start: a live region that comes with its words is not read.
    <span
      {...slot(isListed && problem === null ? 'spoken' : 'field-status')}
      id={id}
      role="status"
      data-failed={hasFailed ? '' : undefined}
    >
      {problem === null ? (
        items.length > 0 && (
          <>
            {isPending ? (
              <Ring fraction={done / items.length || null} />
            ) : (
              <Icon name={hasFailed ? 'failed' : 'done'} size={14} />
            )}
            <bdi>{words}</bdi>
          </>
        )
      ) : (
        <span {...slot('field-problem')} data-problem={problem}>
          <Icon name="failed" size={14} />
          <bdi>
            {problem === 'pending' ? messages.waitForUploads : messages.fileRequired({ isOne })}
          </bdi>
        </span>
      )}
    </span>
  )
}
