'use client'

import { memo, useId, type ReactNode } from 'react'
import { isSameRow, rowAttributes, RowName, type RowOptions } from '../file-list/file-grid-row.js'
import type { FileRow } from '../file-list/merge-rows.js'
import type { FileRowProps } from '../file-list/render-file-row.js'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'
import { FolderCard } from './folder-card.js'
import { StoredCard } from './stored-card.js'
import { UploadCard } from './upload-card.js'

interface FileCardProps extends RowOptions {
  /** From 1. */
  readonly column: number
}

export interface CardContentProps<Kind extends FileRow['kind']> {
  /** What the ids of its words begin with. */
  readonly id: string
  readonly row: FileRow & { readonly kind: Kind }
  readonly tabIndex: 0 | -1
  /** Its name, or the field that it is changed in. */
  readonly name: ReactNode
}

/** What a tile is called by: what can be seen of it in one piece, then what only is heard. */
const labels = ['name', 'meta', 'does', 'clock', 'who']

/** One tile from upload to stored file: the element stays, only what is in it changes. */
export const FileCard = memo(function FileCard(props: FileCardProps): ReactNode {
  const { row, column, renderRow } = props
  const slot = useSlots()
  const id = useId()
  const attributes: Omit<FileRowProps, 'children'> = {
    ...slot('card'),
    ...rowAttributes(props),
    role: 'gridcell',
    'aria-labelledby': row === null ? undefined : labels.map((label) => `${id}${label}`).join(' '),
    'aria-rowindex': undefined,
    'aria-colindex': column,
    style: undefined,
  }
  if (row === null) {
    return (
      <div {...attributes} aria-busy>
        <LoadingCard />
      </div>
    )
  }
  const children = <CardContent {...props} row={row} id={id} />
  return renderRow === undefined ? (
    <div {...attributes}>{children}</div>
  ) : (
    renderRow({ ...attributes, children }, row)
  )
}, isSameRow)

interface ContentProps extends FileCardProps {
  readonly row: FileRow
  readonly id: string
}

function CardContent(props: ContentProps): ReactNode {
  const { row, id, isActive, isSelected, selectionMode, hasMenu, now } = props
  const tabIndex = isActive ? 0 : -1
  const shared = { id, tabIndex, name: <RowName {...props} row={row} /> } as const
  switch (row.kind) {
    case 'stored':
      return (
        <StoredCard
          {...{ ...shared, row, isSelected, hasMenu, now }}
          canSelect={selectionMode === 'multiple'}
        />
      )
    case 'upload':
      return <UploadCard {...{ ...shared, row }} />
    case 'folder':
      return <FolderCard {...{ ...shared, row, hasMenu }} />
  }
}

function LoadingCard(): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  return (
    <>
      <div {...slot('card-picture')} />
      <div {...slot('card-foot')}>
        <span {...slot('spoken')}>{messages.loadingFiles}</span>
        <span {...slot('skeleton-bar')} />
      </div>
    </>
  )
}
