import { supports, type FileAdapter, type StoredFile } from '../../core/index.js'

interface Waiting {
  readonly resolve: (file: StoredFile) => void
  readonly reject: (error: unknown) => void
}

/** What asks within it goes in one call. */
const gatherMs = 20

/** Asks for files anew, many in one call where the adapter can: their addresses come freshly signed. */
export class Renewals {
  readonly #adapter: FileAdapter
  readonly #waiting = new Map<string, Waiting[]>()

  constructor(adapter: FileAdapter) {
    this.#adapter = adapter
  }

  get isPossible(): boolean {
    return supports(this.#adapter, 'getFiles') || supports(this.#adapter, 'getFile')
  }

  /** @throws UploadError */
  renew(id: string): Promise<StoredFile> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.size === 0) setTimeout(() => void this.#flush(), gatherMs)
      this.#waiting.set(id, [...(this.#waiting.get(id) ?? []), { resolve, reject }])
    })
  }

  async #flush(): Promise<void> {
    const asked = new Map(this.#waiting)
    this.#waiting.clear()
    const ids = [...asked.keys()]
    const size = this.#adapter.features.maxFilesPerBatch
    for (let start = 0; start < ids.length; start += size) {
      await this.#renewBatch(ids.slice(start, start + size), asked)
    }
  }

  async #renewBatch(
    ids: readonly string[],
    asked: ReadonlyMap<string, readonly Waiting[]>,
  ): Promise<void> {
    const adapter = this.#adapter
    const { signal } = new AbortController()
    const settle = (id: string, answer: Promise<StoredFile>): void => {
      for (const { resolve, reject } of asked.get(id) ?? []) answer.then(resolve, reject)
    }
    if (!supports(adapter, 'getFiles')) {
      for (const id of ids) {
        if (supports(adapter, 'getFile')) settle(id, adapter.getFile(id, { signal }))
      }
      return
    }
    try {
      const results = await adapter.getFiles(ids, { signal })
      for (const [index, id] of ids.entries()) {
        const result = results[index]
        if (result?.ok === true) settle(id, Promise.resolve(result.value))
        else settle(id, Promise.reject(result?.error ?? new Error('No answer for this file.')))
      }
    } catch (error) {
      for (const id of ids) for (const { reject } of asked.get(id) ?? []) reject(error)
    }
  }
}
