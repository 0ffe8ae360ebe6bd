import {
  supports,
  UploadError,
  type FileAdapter,
  type ReadFileOptions,
  type StoredFile,
} from '../../core/index.js'
import type { BlobShelf } from './blob-shelf.js'

export type FileVariant = ReadFileOptions['variant']

export interface BlobUrlState {
  readonly url: string | null
  /** Why there is none. */
  readonly error: UploadError | null
}

/** Addresses of bytes that need headers. How they are read is loaded with the first of them: few backends are so. */
export class BlobUrls {
  readonly #adapter: FileAdapter
  #shelf: Promise<BlobShelf> | null = null

  constructor(adapter: FileAdapter) {
    this.#adapter = adapter
  }

  get isPossible(): boolean {
    return supports(this.#adapter, 'readFile')
  }

  /**
   * @param onState called once it is there, or cannot be
   * @returns gives it up
   */
  hold(file: StoredFile, variant: FileVariant, onState: (state: BlobUrlState) => void): () => void {
    let isWanted = true
    let release = (): void => undefined
    this.#load().then(
      (shelf) => {
        if (isWanted) release = shelf.hold(file, variant, onState)
      },
      (cause: unknown) => {
        // Tried again the next time.
        this.#shelf = null
        if (isWanted) onState({ url: null, error: new UploadError('network', { cause }) })
      },
    )
    return () => {
      isWanted = false
      release()
    }
  }

  #load(): Promise<BlobShelf> {
    this.#shelf ??= import('./blob-shelf.js').then((module) => new module.BlobShelf(this.#adapter))
    return this.#shelf
  }
}
