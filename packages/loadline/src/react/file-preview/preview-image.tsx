'use client'

import type { ReactNode } from 'react'
import { useSlots } from '../slots/slots.js'
import type { ZoomControl } from './use-zoom.js'

interface PreviewImageProps {
  readonly url: string
  readonly name: string
  readonly control: ZoomControl
  readonly onLoad: () => void
  readonly onError: () => void
}

export function PreviewImage({ url, name, control, ...events }: PreviewImageProps): ReactNode {
  const slot = useSlots()
  const { zoom, stage, handlers, zoomBy, reset } = control
  const isZoomed = zoom.scale > 1
  return (
    <div
      {...slot('preview-image')}
      {...handlers}
      ref={stage}
      data-zoomed={isZoomed || undefined}
      onDoubleClick={() => (isZoomed ? reset() : zoomBy(2))}
    >
      <img
        {...events}
        src={url}
        alt={name}
        decoding="async"
        draggable={false}
        referrerPolicy="no-referrer"
        style={{
          transform: `translate(${String(zoom.x)}px, ${String(zoom.y)}px) scale(${String(zoom.scale)})`,
        }}
      />
    </div>
  )
}
