'use client'

import type { ReactNode } from 'react'
import { MenuOpener } from '../file-list/menu-opener.js'
import { useMessages } from '../messages/words.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import type { CardContentProps } from './file-card.js'

interface FolderCardProps extends CardContentProps<'folder'> {
  readonly hasMenu: boolean
}

export function FolderCard({ id, row, name, tabIndex, hasMenu }: FolderCardProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  return (
    <>
      <div {...slot('card-picture')}>
        <span {...slot('tile')} data-kind="folder" aria-hidden>
          <Icon name="folder" size={24} />
        </span>
      </div>
      <div {...slot('card-foot')}>
        <div {...slot('card-words')}>
          <span id={`${id}name`}>{name}</span>{' '}
          <span {...slot('card-meta')} id={`${id}meta`}>
            {messages.folder}
          </span>
        </div>
        {hasMenu && <MenuOpener name={row.folder.name} tabIndex={tabIndex} />}
      </div>
    </>
  )
}
