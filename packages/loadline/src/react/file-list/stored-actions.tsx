'use client'

import type { ReactNode } from 'react'
import type { StoredFile } from '../../core/index.js'
import { useFileUrl } from '../file-url/use-file-url.js'
import { useMessages } from '../messages/words.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import { MenuOpener } from './menu-opener.js'

interface StoredActionsProps {
  readonly file: StoredFile
  readonly tabIndex: number
  /** There is more to do with it. */
  readonly hasMenu: boolean
}

/** What can be done at once with a stored file, and the way to the rest. */
export function StoredActions({ file, tabIndex, hasMenu }: StoredActionsProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { url } = useFileUrl(file, { variant: 'thumbnail' })
  return (
    <span {...slot('actions')}>
      {url !== null && (
        <a
          {...slot('icon-button')}
          href={url}
          download={file.name}
          target="_blank"
          rel="noopener noreferrer"
          tabIndex={tabIndex}
          aria-label={messages.actionOn({ action: messages.download, name: file.name })}
        >
          <Icon name="download" size={16} />
        </a>
      )}
      {hasMenu && <MenuOpener name={file.name} tabIndex={tabIndex} />}
    </span>
  )
}
