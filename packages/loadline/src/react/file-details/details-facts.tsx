'use client'

import { Fragment, type ReactNode } from 'react'
import { supports, type StoredFile } from '../../core/index.js'
import { UserSign } from '../file-columns/user-sign.js'
import { useFolderPath } from '../file-folders/use-folder-path.js'
import { AddedTime } from '../file-list/added-time.js'
import { FileStatusSign } from '../file-list/file-status-sign.js'
import { useNow } from '../file-list/use-now.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'

interface DetailsFactsProps {
  readonly file: StoredFile
}

/** What the backend says of the file; what it does not say has no line. */
export function DetailsFacts({ file }: DetailsFactsProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const now = useNow()
  const { adapter } = useProvider()
  const { visibility, category, createdBy, createdAt, updatedAt, folderId, checksum } = file
  const facts: readonly (readonly [string, ReactNode])[] = [
    [messages.filterType, <bdi key="type">{file.contentType}</bdi>],
    [messages.columnStatus, <FileStatusSign key="status" file={file} />],
    [messages.filterVisibility, visibility !== null && <Visibility visibility={visibility} />],
    [messages.filterCategory, category !== null && <bdi>{category.name}</bdi>],
    [messages.addedBy, createdBy !== null && <UserSign user={createdBy} />],
    [messages.columnAdded, createdAt !== null && <AddedTime at={createdAt} now={now} />],
    [messages.changed, updatedAt !== null && <AddedTime at={updatedAt} now={now} />],
    [
      messages.folder,
      folderId !== null && supports(adapter, 'listFolders') && <FolderNames folderId={folderId} />,
    ],
    [messages.checksum, checksum !== null && <bdi>{checksum}</bdi>],
    ...Object.entries(file.metadata).map(([key, value]) => [key, textOf(value)] as const),
  ]
  return (
    <dl {...slot('details-facts')}>
      {facts
        .filter(([, value]) => value !== false)
        .map(([term, value], index) => (
          // oxlint-disable-next-line react/no-array-index-key -- An application may name a key as we do.
          <Fragment key={`${String(index)} ${term}`}>
            <dt>
              <bdi>{term}</bdi>
            </dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  )
}

function Visibility({ visibility }: { readonly visibility: 'public' | 'private' }): ReactNode {
  const messages = useMessages()
  return (
    <>
      <Icon name={visibility} size={14} />
      {visibility === 'public' ? messages.publicFiles : messages.privateFiles}
    </>
  )
}

function FolderNames({ folderId }: { readonly folderId: string }): ReactNode {
  const path = useFolderPath({ folderId, path: [] })
  return <bdi>{path.map(({ name }) => name).join(' / ')}</bdi>
}

/** Whatever an application keeps with a file is text. */
function textOf(value: StoredFile['metadata'][string]): ReactNode {
  return <bdi>{typeof value === 'string' ? value : JSON.stringify(value)}</bdi>
}
