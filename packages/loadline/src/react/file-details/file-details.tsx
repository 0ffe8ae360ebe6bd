'use client'

import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import type { StoredFile } from '../../core/index.js'
import { availableActions, type FileAction } from '../file-actions/file-action.js'
import type { FileActions } from '../file-actions/create-file-actions.js'
import type { BulkRunner } from '../file-actions/use-bulk-runner.js'
import { FileName } from '../file-name/file-name.js'
import { StoredTile } from '../file-list/stored-tile.js'
import { MenuButton } from '../menu/menu-button.js'
import type { MenuItem } from '../menu/menu.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { Phrases } from '../slots/phrases.js'
import { useSlots } from '../slots/slots.js'
import { DetailsFacts } from './details-facts.js'
import { DetailsLinks } from './details-links.js'
import { useDetailedFile } from './use-detailed-file.js'
import type { StoredRow } from './use-details.js'

interface FileDetailsProps {
  readonly row: StoredRow
  readonly actions: FileActions
  readonly runner: BulkRunner
  readonly offered: readonly FileAction[]
  /** It takes the focus: it was asked for. */
  readonly isFocused: boolean
  readonly onClose: () => void
}

/** All that is known of a file, beside the list. */
export function FileDetails(props: FileDetailsProps): ReactNode {
  const { row, actions, runner, offered, isFocused, onClose } = props
  const slot = useSlots()
  const id = useId()
  const file = useDetailedFile(row.file)
  const panel = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    if (isFocused) panel.current?.focus({ preventScroll: true })
  }, [isFocused])
  const selection = { kind: 'ids', ids: new Set([file.id]) } as const
  const items = availableActions(offered, { rows: [row], selection })
    .filter((action) => action.id !== 'details')
    .map((action) => ({ ...action, onAction: () => action.onAction([row], { selection }) }))
  const attach = items.find((action) => action.id === 'attach')
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape shuts the panel as a whole.
    <section
      {...slot('details')}
      ref={panel}
      tabIndex={-1}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <DetailsHead {...{ id, items, onClose }} name={file.name} />
      <div {...slot('details-body')}>
        <div {...slot('details-picture')}>
          <StoredTile row={row} />
        </div>
        <DetailsTitle file={file} />
        <DetailsFacts file={file} />
        <DetailsLinks file={file} {...{ actions, runner }} onAttach={attach?.onAction ?? null} />
      </div>
    </section>
  )
}

interface DetailsHeadProps {
  readonly id: string
  readonly name: string
  readonly items: readonly MenuItem[]
  readonly onClose: () => void
}

function DetailsHead({ id, name, items, onClose }: DetailsHeadProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  return (
    <div {...slot('details-head')}>
      <span id={id}>{messages.details}</span>
      {items.length > 0 && (
        <MenuButton
          label={messages.actionOn({ action: messages.moreActions, name })}
          items={items}
        />
      )}
      <button {...slot('icon-button')} type="button" aria-label={messages.close} onClick={onClose}>
        <Icon name="close" size={16} />
      </button>
    </div>
  )
}

function DetailsTitle({ file: { name, size } }: { readonly file: StoredFile }): ReactNode {
  const slot = useSlots()
  const { format } = useProvider()
  const words = [extensionOf(name), size === null ? '' : format.bytes(size)].filter(Boolean)
  return (
    <>
      <div {...slot('details-name')}>
        <FileName name={name} />
      </div>
      <div {...slot('details-meta')}>
        <Phrases words={words} />
      </div>
    </>
  )
}

/** As people call a type: "PDF". `''`: there is none. */
function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,5})$/iu.exec(name)?.[1]?.toUpperCase() ?? ''
}
