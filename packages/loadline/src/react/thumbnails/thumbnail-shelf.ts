import { resizeImage } from '../../core/index.js'
import type { PictureSource } from './picture-source.js'
import type { ThumbnailRequest } from './thumbnails.js'

interface Thumbnail {
  readonly key: string
  readonly source: PictureSource
  readonly controller: AbortController
  /** Who shows it. */
  readonly holders: Set<(url: string) => void>
  /** `null`: it is not made yet, or cannot be. */
  url: string | null
  bytes: number
  state: 'new' | 'waiting' | 'making' | 'done'
}

export interface ShelfOptions {
  /** Of those that nobody shows any more. Default 16 MiB. */
  readonly budgetBytes?: number | undefined
}

/** Made at once: each unpacks a whole picture. */
const mostAtOnce = 2

/** Px: a card on a screen of twice the density. */
const largest = { maxWidth: 640, maxHeight: 480, type: 'image/webp', quality: 0.8 } as const

/**
 * Thumbnails made in a worker, two at a time, once they come near what can be seen. Those that nobody shows any more
 * stay within a budget, for the way back; the oldest go first.
 */
export class ThumbnailShelf {
  readonly #budgetBytes: number
  /** Those used last are last. */
  readonly #thumbnails = new Map<string, Thumbnail>()
  readonly #waiting: Thumbnail[] = []
  readonly #near = new Map<Element, () => void>()
  readonly #observer: IntersectionObserver
  #making = 0

  constructor({ budgetBytes = 16 * 1024 * 1024 }: ShelfOptions = {}) {
    this.#budgetBytes = budgetBytes
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) this.#near.get(target)?.()
        }
      },
      { rootMargin: '200px' },
    )
  }

  /** @returns gives it up */
  hold({ key, element, source, onUrl }: ThumbnailRequest): () => void {
    const thumbnail = this.#thumbnails.get(key) ?? this.#put(key, source)
    this.#touch(thumbnail)
    thumbnail.holders.add(onUrl)
    if (thumbnail.url !== null) onUrl(thumbnail.url)
    else if (thumbnail.state === 'new') {
      this.#near.set(element, () => {
        this.#unwatch(element)
        this.#queue(thumbnail)
      })
      this.#observer.observe(element)
    }
    return () => {
      this.#unwatch(element)
      thumbnail.holders.delete(onUrl)
      if (thumbnail.holders.size === 0 && thumbnail.state !== 'done') this.#drop(thumbnail)
      this.#keepBudget()
    }
  }

  clear(): void {
    this.#observer.disconnect()
    this.#near.clear()
    for (const thumbnail of this.#thumbnails.values()) this.#drop(thumbnail)
  }

  #put(key: string, source: PictureSource): Thumbnail {
    const controller = new AbortController()
    const holders = new Set<(url: string) => void>()
    return { key, source, controller, holders, url: null, bytes: 0, state: 'new' }
  }

  #touch(thumbnail: Thumbnail): void {
    this.#thumbnails.delete(thumbnail.key)
    this.#thumbnails.set(thumbnail.key, thumbnail)
  }

  #unwatch(element: Element): void {
    this.#observer.unobserve(element)
    this.#near.delete(element)
  }

  #queue(thumbnail: Thumbnail): void {
    if (thumbnail.state !== 'new') return
    thumbnail.state = 'waiting'
    this.#waiting.push(thumbnail)
    this.#pump()
  }

  #pump(): void {
    while (this.#making < mostAtOnce) {
      const next = this.#waiting.shift()
      if (next === undefined) return
      if (next.controller.signal.aborted) continue
      next.state = 'making'
      this.#making += 1
      void this.#make(next).finally(() => {
        this.#making -= 1
        this.#pump()
      })
    }
  }

  async #make(thumbnail: Thumbnail): Promise<void> {
    const { source, controller, holders } = thumbnail
    const blob = await drawThumbnail(source, controller.signal)
    if (controller.signal.aborted) return
    thumbnail.state = 'done'
    if (blob === null) return
    const url = URL.createObjectURL(blob)
    thumbnail.url = url
    thumbnail.bytes = blob.size
    for (const onUrl of holders) onUrl(url)
    this.#keepBudget()
  }

  #keepBudget(): void {
    const unused = [...this.#thumbnails.values()].filter(({ holders }) => holders.size === 0)
    let bytes = unused.reduce((sum, one) => sum + one.bytes, 0)
    for (const one of unused) {
      if (bytes <= this.#budgetBytes) return
      bytes -= one.bytes
      this.#drop(one)
    }
  }

  #drop(thumbnail: Thumbnail): void {
    this.#thumbnails.delete(thumbnail.key)
    thumbnail.controller.abort()
    if (thumbnail.url !== null) URL.revokeObjectURL(thumbnail.url)
  }
}

/** Unpacked, each takes four bytes. */
const mostPixels = 50_000_000

/** A picture's size is known before it is unpacked: a small file may hold a huge one. */
async function isDrawable(blob: Blob): Promise<boolean> {
  const url = URL.createObjectURL(blob)
  const picture = new Image()
  try {
    return await new Promise((resolve) => {
      picture.onload = () => resolve(picture.naturalWidth * picture.naturalHeight <= mostPixels)
      picture.onerror = () => resolve(false)
      picture.src = url
    })
  } finally {
    picture.src = ''
    URL.revokeObjectURL(url)
  }
}

/** `null`: it cannot be drawn, or not be had; the picture of its type stands for it. */
async function drawThumbnail(source: PictureSource, signal: AbortSignal): Promise<Blob | null> {
  try {
    const blob = await source(signal)
    if (blob === null || signal.aborted || !(await isDrawable(blob))) return null
    return await resizeImage(new File([blob], '', { type: blob.type }), largest)
  } catch {
    return null
  }
}
