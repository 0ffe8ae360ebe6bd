import { parseStoredFile, supports, toUploadError } from '../contract/index.js'
import type { Clock, FileAdapter, StoredFile, UploadError } from '../contract/index.js'

const firstDelayMs = 1_000
const longestDelayMs = 30_000

export type FollowedAnswer = { readonly file: StoredFile } | { readonly error: UploadError }

/** Asks for files in processing until they are done: one timer and one batch for all who follow. */
export class FileFollower {
  readonly #adapter: FileAdapter
  readonly #clock: Clock
  readonly #followers = new Map<string, Set<(answer: FollowedAnswer) => void>>()
  #delayMs = firstDelayMs
  #clearTimer: (() => void) | null = null

  constructor(adapter: FileAdapter, clock: Clock) {
    this.#adapter = adapter
    this.#clock = clock
  }

  /** Ref-counted by file id. Answers a function that stops it. */
  follow(fileId: string, listener: (answer: FollowedAnswer) => void): () => void {
    const own = (answer: FollowedAnswer): void => listener(answer)
    const listeners = this.#followers.get(fileId) ?? new Set()
    this.#followers.set(fileId, listeners.add(own))
    this.#delayMs = firstDelayMs
    this.#plan()
    return () => {
      listeners.delete(own)
      if (listeners.size === 0) this.#followers.delete(fileId)
      if (this.#followers.size === 0) this.stop()
    }
  }

  stop(): void {
    this.#clearTimer?.()
    this.#clearTimer = null
  }

  #plan(): void {
    this.#clearTimer?.()
    this.#clearTimer = this.#clock.setTimeout(() => void this.#ask(), this.#delayMs)
    this.#delayMs = Math.min(longestDelayMs, this.#delayMs * 2)
  }

  async #ask(): Promise<void> {
    const ids = [...this.#followers.keys()]
    const answers = await fetchFiles(this.#adapter, ids)
    for (const [i, id] of ids.entries()) {
      const answer = answers[i]
      if (answer === undefined) continue
      for (const listener of [...(this.#followers.get(id) ?? [])]) listener(answer)
    }
    if (this.#followers.size > 0) this.#plan()
  }
}

async function fetchFiles(
  adapter: FileAdapter,
  ids: readonly string[],
): Promise<readonly FollowedAnswer[]> {
  const ctx = { signal: new AbortController().signal }
  try {
    if (supports(adapter, 'getFiles')) {
      const results = await adapter.getFiles(ids, ctx)
      return results.map((result) =>
        result.ok
          ? { file: parseStoredFile(result.value) }
          : { error: toUploadError(result.error) },
      )
    }
    const { getFile } = adapter
    if (getFile === undefined) return []
    return await Promise.all(
      ids.map((id) =>
        getFile(id, ctx).then(
          (file) => ({ file: parseStoredFile(file) }),
          (thrown: unknown) => ({ error: toUploadError(thrown) }),
        ),
      ),
    )
  } catch {
    // The whole batch was not answered: it is asked again later.
    return []
  }
}
