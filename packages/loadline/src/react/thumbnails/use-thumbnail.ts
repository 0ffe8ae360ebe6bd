'use client'

import { useContext, useEffect, useRef, useState, type RefObject } from 'react'
import { useNewest } from '../hooks/use-newest.js'
import type { PictureSource } from './picture-source.js'
import { ThumbnailsContext } from './thumbnails.js'

interface ThumbnailResult {
  readonly src: string | null
  /** For the element that shows it. */
  readonly ref: RefObject<HTMLElement | null>
}

/**
 * A picture in small, made of a large one when it comes into view.
 * @param source `null`: none is wanted
 */
export function useThumbnail(key: string, source: PictureSource | null): ThumbnailResult {
  const thumbnails = useContext(ThumbnailsContext)
  const ref = useRef<HTMLElement>(null)
  const [made, setMade] = useState<{ readonly key: string; readonly url: string } | null>(null)
  const newest = useNewest(source)
  const isWanted = source !== null && thumbnails !== null
  useEffect(() => {
    if (!isWanted || ref.current === null) return undefined
    const release = thumbnails.hold({
      key,
      element: ref.current,
      source: (signal) => newest.current?.(signal) ?? Promise.resolve(null),
      onUrl: (url) => setMade({ key, url }),
    })
    return () => {
      release()
      setMade(null)
    }
  }, [thumbnails, key, isWanted, newest])
  return { src: made?.key === key && isWanted ? made.url : null, ref }
}
