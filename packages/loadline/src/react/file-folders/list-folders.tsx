'use client'

import { useMemo, useState, type Dispatch, type ReactNode, type SetStateAction } from 'react'
import { supports } from '../../core/index.js'
import { useMessages } from '../messages/words.js'
import { Menu } from '../menu/menu.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import { DeleteFolderDialog } from './delete-folder-dialog.js'
import { FolderPath } from './folder-path.js'
import { NewFolderDialog } from './new-folder-dialog.js'
import { useFolderFocus } from './use-folder-focus.js'
import { useFolderKeys } from './use-folder-keys.js'
import { useFolderPath } from './use-folder-path.js'
import type { FolderAsk, ListFoldersOptions } from './use-list-folders.js'
import { useRowDrag } from './use-row-drag.js'

interface ListFoldersProps extends ListFoldersOptions {
  readonly asked: FolderAsk | null
  readonly ask: Dispatch<SetStateAction<FolderAsk | null>>
}

/** Where a list is, the ways from there, and what can be done to its folders. */
export function ListFolders(props: ListFoldersProps): ReactNode {
  const { place, list, selection, doing, panel, asked, ask } = props
  const slot = useSlots()
  const messages = useMessages()
  const { adapter } = useProvider()
  const path = useFolderPath(place)
  const [said, say] = useState('')
  const goUp = (): void => place.go(path.slice(0, -1), place.folderId ?? undefined)
  useFolderKeys(panel, place.folderId === null ? null : goUp)
  useFolderFocus({ place, list, panel }, () => {
    const name = path.at(-1)?.name ?? null
    const { total, error } = list
    if (error === null) say(messages.folderOpened({ name, count: total }))
  })
  useRowDrag({ panel, selection, doing, folderId: place.folderId })
  return (
    <>
      <FolderPath path={path} onGo={place.go} />
      {supports(adapter, 'createFolder') && (
        <button {...slot('small-button')} type="button" onClick={() => ask({ kind: 'create' })}>
          <Icon name="folder" size={13} />
          {messages.newFolder}
        </button>
      )}
      <div {...slot('spoken')} role="status">
        {said}
      </div>
      <Asked {...{ place, asked, ask, say }} />
    </>
  )
}

interface AskedProps extends Pick<ListFoldersProps, 'place' | 'asked' | 'ask'> {
  readonly say: (text: string) => void
}

function Asked({ place, asked, ask, say }: AskedProps): ReactNode {
  const messages = useMessages()
  const { icons } = useProvider()
  const element = asked?.kind === 'menu' ? asked.anchor : null
  const anchor = useMemo(() => ({ current: element }), [element])
  if (asked === null) return null
  const onClose = (): void => ask(null)
  if (asked.kind === 'create') {
    return <NewFolderDialog parentId={place.folderId} {...{ say, onClose }} />
  }
  const { folder } = asked
  if (asked.kind === 'delete') return <DeleteFolderDialog {...{ folder, say, onClose }} />
  return (
    <Menu
      label={messages.actionOn({ action: messages.moreActions, name: folder.name })}
      {...{ anchor, at: asked.at }}
      onClose={() => ask((now) => (now?.kind === 'menu' ? null : now))}
      items={[
        { label: messages.open, icon: icons.folder, onAction: () => place.go(folder.path) },
        {
          label: messages.deleteFolder,
          icon: icons.delete,
          isDestructive: true,
          keys: messages.deleteKey,
          onAction: () => ask({ kind: 'delete', folder }),
        },
      ]}
    />
  )
}
