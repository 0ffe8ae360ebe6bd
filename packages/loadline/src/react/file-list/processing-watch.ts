import type { StoredFile } from '../../core/index.js'

const firstDelayMs = 2000
const mostDelayMs = 60_000
/** After these, about a quarter of an hour, the backend has forgotten the file. */
const mostTries = 20

interface WatchedFile {
  readonly tries: number
  /** Epoch ms; infinite: it is being asked for, or no more. */
  readonly dueAt: number
}

interface ProcessingWatchOptions {
  readonly ask: (id: string) => Promise<StoredFile>
  /** It is ready, or has failed. */
  readonly onSettled: (file: StoredFile) => void
}

/** Asks for each file in processing ever less often, until it is settled, or for too long. */
export class ProcessingWatch {
  readonly #options: ProcessingWatchOptions
  readonly #files = new Map<string, WatchedFile>()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: ProcessingWatchOptions) {
    this.#options = options
  }

  /** These from now on, and no others. */
  follow(ids: readonly string[]): void {
    const wanted = new Set(ids)
    for (const id of this.#files.keys()) if (!wanted.has(id)) this.#files.delete(id)
    for (const id of ids) if (!this.#files.has(id)) this.#files.set(id, after(0))
    this.#wait()
  }

  #wait(): void {
    clearTimeout(this.#timer)
    const dueAt = Math.min(...[...this.#files.values()].map((file) => file.dueAt))
    if (dueAt === Number.POSITIVE_INFINITY) return
    this.#timer = setTimeout(() => void this.#askDue(), Math.max(0, dueAt - Date.now()))
  }

  async #askDue(): Promise<void> {
    const now = Date.now()
    // What is nearly due goes in the same request.
    const due = [...this.#files].filter(([, { tries, dueAt }]) => dueAt - now <= delayMs(tries) / 4)
    await Promise.all(due.map(([id, { tries }]) => this.#askFor(id, tries + 1)))
    this.#wait()
  }

  async #askFor(id: string, tries: number): Promise<void> {
    const asked: WatchedFile = { tries, dueAt: Number.POSITIVE_INFINITY }
    this.#files.set(id, asked)
    // What could not be asked now is asked again.
    const file = await this.#options.ask(id).catch(() => null)
    if (this.#files.get(id) !== asked) return
    this.#files.set(id, after(tries))
    if (file !== null && file.status !== 'processing') this.#options.onSettled(file)
  }
}

function after(tries: number): WatchedFile {
  const isOver = tries === mostTries
  return { tries, dueAt: isOver ? Number.POSITIVE_INFINITY : Date.now() + delayMs(tries) }
}

function delayMs(tries: number): number {
  return Math.min(mostDelayMs, firstDelayMs * 2 ** tries)
}
