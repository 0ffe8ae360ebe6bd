import {
  isUploadError,
  supports,
  UploadError,
  type FileAdapter,
  type StoredFile,
} from '../../core/index.js'
import type { BlobUrlState, FileVariant } from './blob-urls.js'
import { withHarmlessType } from './with-harmless-type.js'

interface Entry {
  readonly controller: AbortController
  readonly listeners: Set<(state: BlobUrlState) => void>
  state: BlobUrlState
  bytes: number
}

/** What all of them together may take of the memory. */
const budgetBytes = 256 * 1024 * 1024

/** Bytes that need headers, read into addresses: one for all who show a file, gone with the last of them. */
export class BlobShelf {
  readonly #adapter: FileAdapter
  readonly #entries = new Map<string, Entry>()
  #bytes = 0

  constructor(adapter: FileAdapter) {
    this.#adapter = adapter
  }

  /**
   * @param onState called once it is there, or cannot be
   * @returns gives it up
   */
  hold(file: StoredFile, variant: FileVariant, onState: (state: BlobUrlState) => void): () => void {
    const key = `${variant} ${file.id} ${file.updatedAt ?? ''}`
    const entry = this.#entries.get(key) ?? this.#begin(key, file, variant)
    entry.listeners.add(onState)
    if (isSettled(entry.state)) onState(entry.state)
    return () => {
      entry.listeners.delete(onState)
      // Who shows it next may come within the same turn.
      queueMicrotask(() => {
        if (entry.listeners.size === 0) this.#end(key, entry)
      })
    }
  }

  #begin(key: string, file: StoredFile, variant: FileVariant): Entry {
    const entry: Entry = {
      controller: new AbortController(),
      listeners: new Set(),
      state: { url: null, error: null },
      bytes: 0,
    }
    this.#entries.set(key, entry)
    void this.#read(entry, file, variant).then((state) => {
      entry.state = state
      if (this.#entries.get(key) !== entry) return revoke(state)
      for (const listener of entry.listeners) listener(state)
      return undefined
    })
    return entry
  }

  async #read(entry: Entry, file: StoredFile, variant: FileVariant): Promise<BlobUrlState> {
    const adapter = this.#adapter
    const { signal } = entry.controller
    const expected = variant === 'original' ? (file.size ?? 0) : 0
    try {
      if (!supports(adapter, 'readFile')) throw new UploadError('unsupported')
      if (this.#bytes + expected > budgetBytes) throw new UploadError('too-large')
      const blob = await adapter.readFile(file, { variant }, { signal })
      signal.throwIfAborted()
      if (this.#bytes + blob.size > budgetBytes) throw new UploadError('too-large')
      entry.bytes = blob.size
      this.#bytes += blob.size
      return { url: URL.createObjectURL(withHarmlessType(blob)), error: null }
    } catch (cause) {
      return {
        url: null,
        error: isUploadError(cause) ? cause : new UploadError('unknown', { cause }),
      }
    }
  }

  #end(key: string, entry: Entry): void {
    if (this.#entries.get(key) !== entry) return
    this.#entries.delete(key)
    this.#bytes -= entry.bytes
    entry.controller.abort()
    revoke(entry.state)
  }
}

function isSettled({ url, error }: BlobUrlState): boolean {
  return url !== null || error !== null
}

function revoke({ url }: BlobUrlState): void {
  if (url !== null) URL.revokeObjectURL(url)
}
