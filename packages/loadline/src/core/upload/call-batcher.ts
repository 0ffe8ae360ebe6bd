import { toUploadError, UploadError } from '../contract/index.js'
import type { BatchResult, Clock, UploadErrorCode } from '../contract/index.js'
import { Limiter } from '../http/limiter.js'

export interface BatchCalls<I, O> {
  one(item: I): Promise<O>
  /** Where the adapter has it: results in the order of the items. */
  many: ((items: readonly I[]) => Promise<readonly BatchResult<O>[]>) | null
  readonly maxItems: number
  /** How long an item may wait for others; 0: until the end of the microtask. */
  readonly maxWaitMs: number
  /** Whether waiting is in vain, since no other item can come. */
  isIdle(): boolean
}

interface Pending<I, O> {
  readonly item: I
  resolve(value: O): void
  reject(error: UploadError): void
}

const singlesAtOnce = 6
/** A backend that has not answered by then will not: a proxy on the way has given up long before. */
const longestCallMs = 90_000

/** These say nothing of the items: to split the batch would only multiply them. */
const ofTheCall = new Set<UploadErrorCode>([
  'network',
  'timeout',
  'offline',
  'unauthenticated',
  'rate-limited',
])

/**
 * Collects calls and makes them in batches. A batch that fails whole is tried once more, then halved, so that one
 * bad item spoils only itself. An answer of the wrong length turns batching off.
 */
export class CallBatcher<I, O> {
  readonly #calls: BatchCalls<I, O>
  readonly #clock: Clock
  readonly #singles = new Limiter(singlesAtOnce)
  #pending: Pending<I, O>[] = []
  #clearTimer: (() => void) | null = null
  #isSoon = false
  #isBroken = false

  constructor(clock: Clock, calls: BatchCalls<I, O>) {
    this.#clock = clock
    this.#calls = calls
  }

  call(item: I): Promise<O> {
    return new Promise((resolve, reject) => {
      this.#pending.push({ item, resolve, reject })
      if (this.#pending.length >= this.#calls.maxItems) this.#flush()
      else this.#schedule()
    })
  }

  /** Something happened that may make waiting vain. */
  poke(): void {
    if (this.#pending.length > 0 && this.#calls.isIdle()) this.#soon()
  }

  #schedule(): void {
    if (this.#calls.maxWaitMs === 0 || this.#calls.isIdle()) this.#soon()
    this.#clearTimer ??= this.#clock.setTimeout(() => this.#flush(), this.#calls.maxWaitMs)
  }

  #soon(): void {
    if (this.#isSoon) return
    this.#isSoon = true
    queueMicrotask(() => this.#flush())
  }

  #flush(): void {
    this.#clearTimer?.()
    this.#clearTimer = null
    this.#isSoon = false
    const items = this.#pending
    this.#pending = []
    const { many, maxItems } = this.#calls
    if (many === null || this.#isBroken || items.length === 1) {
      for (const one of items) void this.#single(one)
      return
    }
    for (let at = 0; at < items.length; at += maxItems) {
      void this.#batch(items.slice(at, at + maxItems), many, true)
    }
  }

  async #batch(
    items: readonly Pending<I, O>[],
    many: NonNullable<BatchCalls<I, O>['many']>,
    mayRepeat: boolean,
  ): Promise<void> {
    try {
      const results = await this.#timed(() => many(items.map(({ item }) => item)))
      if ((results as Partial<typeof results>).length !== items.length) {
        this.#isBroken = true
        await Promise.all(items.map((one) => this.#single(one)))
        return
      }
      for (const [i, one] of items.entries()) settle(one, results[i])
    } catch (thrown) {
      const error = toUploadError(thrown)
      if (ofTheCall.has(error.code)) for (const one of items) one.reject(error)
      else if (mayRepeat) await this.#batch(items, many, false)
      else if (items.length === 1) items[0]?.reject(error)
      else {
        const half = Math.ceil(items.length / 2)
        await this.#batch(items.slice(0, half), many, true)
        await this.#batch(items.slice(half), many, true)
      }
    }
  }

  #timed<T>(call: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const clear = this.#clock.setTimeout(
        () => reject(new UploadError('timeout', { message: 'The backend did not answer.' })),
        longestCallMs,
      )
      // In a chain, so that an adapter which throws at once is a rejection too.
      void Promise.resolve().then(call).then(resolve, reject).finally(clear)
    })
  }

  async #single({ item, resolve, reject }: Pending<I, O>): Promise<void> {
    const leave = await this.#singles.acquire('')
    try {
      resolve(await this.#timed(() => this.#calls.one(item)))
    } catch (thrown) {
      reject(toUploadError(thrown))
    } finally {
      leave()
    }
  }
}

function settle<O>(
  { resolve, reject }: Pending<unknown, O>,
  result: BatchResult<O> | undefined,
): void {
  if (result?.ok === true) resolve(result.value)
  else if (result?.ok === false) reject(toUploadError(result.error))
  else reject(new UploadError('server', { message: "A batch's answer lacks a result." }))
}
