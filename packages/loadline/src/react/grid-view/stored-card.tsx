'use client'

import type { ReactNode } from 'react'
import { VisibilitySign } from '../file-columns/visibility-sign.js'
import { AddedTime } from '../file-list/added-time.js'
import { FileStatusSign } from '../file-list/file-status-sign.js'
import { MenuOpener } from '../file-list/menu-opener.js'
import { RowCheckbox } from '../file-list/row-checkbox.js'
import { StoredTile } from '../file-list/stored-tile.js'
import { useProvider } from '../provider/files-context.js'
import { useSlots } from '../slots/slots.js'
import type { CardContentProps } from './file-card.js'
import { clockOf } from './clock-of.js'

interface StoredCardProps extends CardContentProps<'stored'> {
  readonly canSelect: boolean
  readonly isSelected: boolean
  readonly hasMenu: boolean
  /** Epoch ms; `null` before the page is hydrated. */
  readonly now: number | null
}

/** A file's picture, and below it what matters most. */
export function StoredCard(props: StoredCardProps): ReactNode {
  const { id, row, name, canSelect, isSelected, hasMenu, tabIndex } = props
  const slot = useSlots()
  const { file } = row
  const clock = clockOf(file.metadata['duration'])
  return (
    <>
      <div {...slot('card-picture')}>
        <StoredTile row={row} />
      </div>
      {canSelect && (
        <span {...slot('select-cell')}>
          <RowCheckbox name={file.name} isSelected={isSelected} />
        </span>
      )}
      <div {...slot('card-foot')}>
        <div {...slot('card-words')}>
          <span id={`${id}name`}>{name}</span> <StoredMeta {...props} />
        </div>
        {hasMenu && <MenuOpener name={file.name} tabIndex={tabIndex} />}
      </div>
      {clock !== null && (
        <>
          {' '}
          <span {...slot('card-duration')} id={`${id}clock`}>
            {clock}
          </span>
        </>
      )}
    </>
  )
}

function StoredMeta({ id, row: { file }, now }: StoredCardProps): ReactNode {
  const slot = useSlots()
  const { format } = useProvider()
  const { size, createdAt, visibility } = file
  if (file.status !== 'ready') {
    return (
      <span {...slot('card-meta')} id={`${id}meta`}>
        <FileStatusSign file={file} />
      </span>
    )
  }
  return (
    <span {...slot('card-meta')}>
      <span id={`${id}meta`}>
        {size !== null && <bdi>{format.bytes(size)}</bdi>}
        {size !== null && createdAt !== null && <span {...slot('separator')}> · </span>}
        {createdAt !== null && <AddedTime at={createdAt} now={now} />}
      </span>{' '}
      <span id={`${id}who`}>
        {visibility !== null && <VisibilitySign visibility={visibility} size={12} />}
      </span>
    </span>
  )
}
