import { createContext } from 'react'
import type { PictureSource } from './picture-source.js'
import type { ThumbnailShelf } from './thumbnail-shelf.js'

export interface ThumbnailRequest {
  /** Those with the same share one. */
  readonly key: string
  /** It is made once this is near what can be seen. */
  readonly element: Element
  readonly source: PictureSource
  readonly onUrl: (url: string) => void
}

/** The thumbnails that a list makes by itself. What makes them is loaded with the first. */
export class Thumbnails {
  #shelf: Promise<ThumbnailShelf> | null = null

  /** @returns gives it up */
  hold(request: ThumbnailRequest): () => void {
    let isOver = false
    let release: (() => void) | null = null
    this.#shelf ??= import('./thumbnail-shelf.js').then((module) => new module.ThumbnailShelf())
    this.#shelf.then(
      (shelf) => {
        if (!isOver) release = shelf.hold(request)
      },
      () => {
        // Offline, say: the next one tries again.
        this.#shelf = null
      },
    )
    return () => {
      isOver = true
      release?.()
    }
  }

  /** Lets go of all. */
  clear(): void {
    const shelf = this.#shelf
    this.#shelf = null
    void shelf?.then((made) => made.clear()).catch(() => undefined)
  }
}

export const ThumbnailsContext = createContext<Thumbnails | null>(null)
