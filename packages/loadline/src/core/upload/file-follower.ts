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
  /** Monotonic ms, while there is a timer. */
  #askAt = 0
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
    this.#askWithin(firstDelayMs)
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

  /** A timer that is due earlier stays: else newcomers would put everybody off for ever. */
  #askWithin(delayMs: number): void {
    const at = this.#clock.monotonic() + delayMs
    this.#delayMs = delayMs
    if (this.#clearTimer !== null && this.#askAt <= at) return
    this.stop()
    this.#askAt = at
    this.#clearTimer = this.#clock.setTimeout(() => void this.#ask(), delayMs)
  }

  async #ask(): Promise<void> {
    this.#clearTimer = null
    const ids = [...this.#followers.keys()]
    const { maxFilesPerBatch } = this.#adapter.features
    for (let at = 0; at < ids.length; at += maxFilesPerBatch) {
      await this.#askFor(ids.slice(at, at + maxFilesPerBatch))
    }
    if (this.#followers.size > 0) this.#askWithin(Math.min(longestDelayMs, this.#delayMs * 2))
  }

  async #askFor(ids: readonly string[]): Promise<void> {
    const answers = await fetchFiles(this.#adapter, ids)
    for (const [i, id] of ids.entries()) {
      const answer = answers[i]
      if (answer === undefined) continue
      for (const listener of [...(this.#followers.get(id) ?? [])]) listener(answer)
    }
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
