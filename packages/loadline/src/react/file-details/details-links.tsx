'use client'

import { useState, type ReactNode } from 'react'
import type { FileAssociation, StoredFile } from '../../core/index.js'
import type { FileActions } from '../file-actions/create-file-actions.js'
import { reasonOf } from '../file-actions/reason-of.js'
import type { BulkRunner } from '../file-actions/use-bulk-runner.js'
import { useMessages } from '../messages/words.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'

interface DetailsLinksProps {
  readonly file: StoredFile
  readonly actions: FileActions
  readonly runner: BulkRunner
  /** `null`: it cannot be attached to anything. */
  readonly onAttach: (() => void) | null
}

/** What the file is attached to. */
export function DetailsLinks({ file, actions, runner, onAttach }: DetailsLinksProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const [problem, setProblem] = useState<string | null>(null)
  const { associations } = file
  if (associations === null && onAttach === null) return null
  const { detach } = actions
  const remove = async (association: FileAssociation): Promise<void> => {
    setProblem(null)
    const result = await detach?.([association.id])
    const failure = result?.failed[0]
    if (failure === undefined) runner.announce(messages.filesChanged({ count: 1 }))
    else setProblem(reasonOf(failure.error, messages))
  }
  return (
    <div {...slot('details-links')}>
      <div {...slot('field-label')}>{messages.attachedTo}</div>
      {onAttach !== null && (
        <button {...slot('link-button')} type="button" onClick={onAttach}>
          {messages.attach}
        </button>
      )}
      {(associations ?? []).length === 0 && (
        <div {...slot('field-note')}>{messages.notAttached}</div>
      )}
      {associations?.map((association) => (
        <Association
          key={`${association.entityName} ${association.entityReference}`}
          association={association}
          onDetach={
            // Until the backend knows it there is nothing to take back.
            detach === null || association.id === '' ? null : () => void remove(association)
          }
        />
      ))}
      {problem !== null && (
        <div {...slot('rejection-reason')} role="alert">
          {problem}
        </div>
      )}
    </div>
  )
}

interface AssociationProps {
  readonly association: FileAssociation
  readonly onDetach: (() => void) | null
}

function Association({ association, onDetach }: AssociationProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { entityName, entityReference } = association
  return (
    <div {...slot('details-link')}>
      <Icon name="attach" size={15} />
      <bdi>{entityReference}</bdi>
      <bdi {...slot('field-note')}>{entityName}</bdi>
      {onDetach !== null && (
        <button
          {...slot('icon-button')}
          type="button"
          aria-label={messages.actionOn({ action: messages.detach, name: entityReference })}
          onClick={onDetach}
        >
          <Icon name="close" size={16} />
        </button>
      )}
    </div>
  )
}
