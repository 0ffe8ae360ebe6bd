'use client'

import type { ReactNode } from 'react'
import type { StoredFile } from '../../core/index.js'
import { FileName } from '../file-name/file-name.js'
import type { IconName } from '../icons.js'
import { MenuButton } from '../menu/menu-button.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import type { OfferedAction } from './preview-dialog.js'
import type { PreviewPlace } from './use-preview-place.js'
import type { ZoomControl } from './use-zoom.js'

interface PreviewBarProps {
  readonly file: StoredFile
  readonly place: PreviewPlace
  /** What the dialog is called by. */
  readonly labelId: string
  readonly offered: readonly OfferedAction[]
  readonly onDownload: (() => void) | null
  /** `null`: it is no picture. */
  readonly control: ZoomControl | null
  readonly onClose: () => void
}

/** They are done to a row, or stand in the bar. */
const leftOut = new Set(['open', 'rename', 'download'])

const zoomStep = 1.5

export function PreviewBar(props: PreviewBarProps): ReactNode {
  const { file, place, labelId, offered, onDownload, control, onClose } = props
  const slot = useSlots()
  const messages = useMessages()
  const { format } = useProvider()
  const { count, total } = place
  const items = offered
    .filter(({ id }) => !leftOut.has(id))
    .map((action) =>
      // The list beside it is behind this.
      action.id === 'details' ? { ...action, onAction: after(onClose, action.onAction) } : action,
    )
  return (
    <div {...slot('preview-bar')}>
      <span {...slot('preview-name')} id={labelId} aria-live="polite">
        <FileName name={file.name} />
      </span>
      {file.size !== null && <bdi {...slot('preview-meta')}>{format.bytes(file.size)}</bdi>}
      <bdi {...slot('preview-meta')} data-end="">
        {count !== null && total !== null && messages.placeOf({ count, total })}
      </bdi>
      {control !== null && <ZoomButtons control={control} />}
      {onDownload !== null && (
        <BarButton
          icon="download"
          label={messages.actionOn({ action: messages.download, name: file.name })}
          onAction={onDownload}
        />
      )}
      {items.length > 0 && (
        <MenuButton
          label={messages.actionOn({ action: messages.moreActions, name: file.name })}
          items={items}
        />
      )}
      <BarButton icon="close" label={messages.close} onAction={onClose} />
    </div>
  )
}

function after(first: () => void, second: () => void): () => void {
  return () => {
    first()
    second()
  }
}

function ZoomButtons({ control }: { readonly control: ZoomControl }): ReactNode {
  const messages = useMessages()
  return (
    <>
      <BarButton
        icon="zoomOut"
        label={messages.zoomOut}
        onAction={() => control.zoomBy(1 / zoomStep)}
      />
      <BarButton icon="zoomIn" label={messages.zoomIn} onAction={() => control.zoomBy(zoomStep)} />
    </>
  )
}

interface BarButtonProps {
  readonly icon: IconName
  readonly label: string
  readonly onAction: () => void
}

function BarButton({ icon, label, onAction }: BarButtonProps): ReactNode {
  const slot = useSlots()
  return (
    <button
      {...slot('icon-button')}
      type="button"
      data-icon={icon}
      aria-label={label}
      onClick={onAction}
    >
      <Icon name={icon} size={16} />
    </button>
  )
}
