import type { UploadTask } from '../contract/index.js'

/** First come first served, with a head that jumps the line. */
class Lane {
  readonly #line = new Map<string, number>()
  readonly #head: string[] = []
  readonly #jumped = new Set<string>()

  get size(): number {
    return this.#line.size + this.#jumped.size
  }

  push(id: string, rank: number): void {
    this.#line.set(id, rank)
  }

  jump(ids: readonly string[]): void {
    for (const id of ids.toReversed()) {
      this.delete(id)
      this.#jumped.add(id)
      this.#head.push(id)
    }
  }

  delete(id: string): void {
    this.#line.delete(id)
    this.#jumped.delete(id)
  }

  /** The next one, and its rank; who jumped comes before all ranks. */
  peek(): { readonly id: string; readonly rank: number } | null {
    for (let id = this.#head.at(-1); id !== undefined; id = this.#head.at(-1)) {
      if (this.#jumped.has(id)) return { id, rank: -1 }
      this.#head.pop()
    }
    for (const [id, rank] of this.#line) return { id, rank }
    return null
  }

  *ids(): Iterable<string> {
    yield* this.#head.toReversed().filter((id) => this.#jumped.has(id))
    yield* this.#line.keys()
  }
}

/**
 * The two waiting lines of the queue. While a file of a single request waits, one slot is kept for such
 * files, so that a few huge ones starve nobody.
 */
export class Lanes {
  readonly #small = new Lane()
  readonly #large = new Lane()
  readonly #isLarge: (task: UploadTask) => boolean
  #rank = 0

  constructor(isLarge: (task: UploadTask) => boolean) {
    this.#isLarge = isLarge
  }

  push(task: UploadTask): void {
    this.#laneOf(task).push(task.id, this.#rank++)
  }

  /** In the order given, before everything else of their lanes. */
  jump(tasks: readonly UploadTask[]): void {
    for (const lane of [this.#small, this.#large]) {
      lane.jump(tasks.filter((task) => this.#laneOf(task) === lane).map(({ id }) => id))
    }
  }

  delete(task: UploadTask): void {
    this.#laneOf(task).delete(task.id)
  }

  /** Who gets the next slot, when so many large ones run in so many slots. */
  next(runningLarge: number, concurrency: number): string | null {
    const small = this.#small.peek()
    const large = this.#large.peek()
    if (small === null || large === null) return (small ?? large)?.id ?? null
    const isKeptFree = concurrency > 1 && runningLarge >= concurrency - 1
    return isKeptFree || small.rank <= large.rank ? small.id : large.id
  }

  /** Who comes next, as far as one looks ahead. */
  *upcoming(): Iterable<string> {
    yield* this.#small.ids()
    yield* this.#large.ids()
  }

  #laneOf(task: UploadTask): Lane {
    return this.#isLarge(task) ? this.#large : this.#small
  }
}
