/** What was taken out of drafts after it had been uploaded: the queue does not know. */
export class DraftBook {
  readonly #left = new Map<string, Set<string>>()
  readonly #listeners = new Set<() => void>()

  leave(scope: string, fileId: string): void {
    this.#left.set(scope, new Set(this.#left.get(scope)).add(fileId))
    for (const listener of [...this.#listeners]) listener()
  }

  hasLeft(scope: string, fileId: string): boolean {
    return this.#left.get(scope)?.has(fileId) === true
  }

  subscribe(listener: () => void): () => void {
    const own = (): void => listener()
    this.#listeners.add(own)
    return () => this.#listeners.delete(own)
  }
}
