'use client'

import { useRef, type ReactNode, type SyntheticEvent } from 'react'
import { useSlots } from '../slots/slots.js'

interface PreviewMediaProps {
  readonly kind: 'video' | 'audio'
  readonly url: string
  readonly name: string
  readonly onLoad: () => void
  readonly onError: () => void
}

/** Played by the browser. At a new address it goes on where it was. */
export function PreviewMedia({ kind, url, name, onLoad, onError }: PreviewMediaProps): ReactNode {
  const slot = useSlots()
  const playedSeconds = useRef(0)
  const Media = kind
  return (
    <Media
      {...slot('preview-media')}
      key={url}
      src={url}
      aria-label={name}
      controls
      preload="metadata"
      onError={onError}
      onTimeUpdate={({ currentTarget }: SyntheticEvent<HTMLMediaElement>) => {
        playedSeconds.current = currentTarget.currentTime
      }}
      onLoadedMetadata={({ currentTarget }: SyntheticEvent<HTMLMediaElement>) => {
        if (playedSeconds.current > 0) currentTarget.currentTime = playedSeconds.current
        onLoad()
      }}
    />
  )
}
