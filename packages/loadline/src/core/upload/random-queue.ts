import type {
  AnyTransport,
  Clock,
  FileAdapter,
  UploadErrorCode,
  UploadStatus,
  UploadTask,
} from '../contract/index.js'
import { createManualClock } from './manual-clock.js'
import { createUploadQueue } from './upload-queue.js'

export const settled: readonly UploadStatus[] = ['ready', 'failed', 'cancelled']

type Step = 'create' | 'store' | 'finalize'

/** One wish of a person, or one whim of the world. */
export interface RandomCommand {
  readonly act: string
  readonly n: number
  readonly step?: Step
  readonly code?: UploadErrorCode
  readonly isAll?: boolean
}

/** What goes wrong in it is planned from outside. */
export interface FaultyBackend {
  readonly adapter: FileAdapter
  readonly transports: readonly AnyTransport[]
  failNext(step: Step | 'process', code: UploadErrorCode, times?: number): void
  hold(step: Step | 'process'): void
  release(): void
  loseAnswer(step: Step): void
  expireTickets(): void
  dropAfter(bytes: number): void
}

/** A queue that random commands drive, and what was seen of it. */
export class RandomQueue {
  /** Everything that was shown, as text. */
  readonly seen: string[] = []
  /** Promises that did not hold. */
  readonly broken: string[] = []
  readonly added: string[] = []
  readonly removed = new Set<string>()
  /** Of uploads that were ready when they were taken off the queue. */
  readonly kept = new Set<string>()
  readonly time = createCountingClock()
  readonly transfers: ReturnType<typeof watchTransfers>
  readonly queue: ReturnType<typeof createUploadQueue>
  readonly #backend: FaultyBackend
  readonly #makeFile: (number: number) => File
  readonly #network = createNetwork()
  #concurrency = 2
  #isAsked = false
  #disconnect: () => void

  constructor(backend: FaultyBackend, makeFile: (number: number) => File) {
    this.#backend = backend
    this.#makeFile = makeFile
    this.transfers = watchTransfers(backend.transports)
    this.queue = createUploadQueue({
      adapter: backend.adapter,
      transports: this.transfers.watched,
      clock: this.time.clock,
      concurrency: this.#concurrency,
      multipartThreshold: 100,
      retry: { attemptsPerPart: 3, attemptsPerFinalize: 3 },
      onAuthRequired: () => Promise.reject(new Error('later')),
      connectivity: this.#network,
    })
    this.#watch()
    this.#disconnect = this.queue.connect()
  }

  get tasks(): readonly UploadTask[] {
    return this.queue.getIds().flatMap((id) => this.queue.getTask(id) ?? [])
  }

  do(command: RandomCommand): void {
    const acts = { ...this.#wishes(command), ...this.#whims(command) }
    this.#isAsked = true
    acts[command.act]?.()
    this.#isAsked = false
  }

  /** Nothing holds anything up any more. */
  clear(): void {
    this.#backend.release()
    this.#network.set(true)
    this.queue.authenticated()
    this.queue.release()
    this.queue.resume()
    this.queue.resume({ statuses: ['paused'] })
  }

  has(statuses: readonly UploadStatus[]): boolean {
    return this.queue.getIds({ statuses }).length > 0
  }

  #wishes({ n, isAll = false }: RandomCommand): Readonly<Record<string, () => void>> {
    const { queue } = this
    const ids = queue.getIds()
    const one = ids.slice(n % Math.max(1, ids.length)).slice(0, 1)
    const selection = isAll ? undefined : one
    return {
      add: () => this.#add(n),
      pause: () => queue.pause(selection),
      resume: () => queue.resume(selection),
      cancel: () => queue.cancel(one),
      retry: () => queue.retry(selection),
      remove: () => this.#remove(n % 3 === 0 ? one : queue.getIds({ statuses: settled })),
      prioritize: () => queue.prioritize(one),
      hold: () => queue.hold(selection),
      release: () => queue.release(selection),
      'sign-in': () => queue.authenticated(),
      reconnect: () => this.#reconnect(n % 2 === 0),
      slots: () => {
        this.#concurrency = n
        queue.setOptions({ concurrency: n })
      },
    }
  }

  #whims({ n, step = 'store', code = 'network' }: RandomCommand): Record<string, () => void> {
    const backend = this.#backend
    return {
      pass: () => this.time.advance(n),
      fail: () => backend.failNext(step, code, n + 1),
      stop: () => backend.hold(step),
      go: () => backend.release(),
      lose: () => backend.loseAnswer(step),
      expire: () => backend.expireTickets(),
      drop: () => backend.dropAfter(n % 200),
      scan: () => backend.hold('process'),
      refuse: () => backend.failNext('process', 'server'),
      network: () => this.#network.set(!this.#network.isOnline()),
    }
  }

  #add(count: number): void {
    for (let i = 0; i < count; i += 1) {
      this.added.push(...this.queue.add([this.#makeFile(this.added.length)]).ids)
    }
  }

  #remove(ids: readonly string[]): void {
    for (const id of ids) {
      const task = this.queue.getTask(id)
      if (task?.status === 'ready') this.kept.add(task.clientId)
      this.removed.add(id)
    }
    this.queue.remove(ids)
  }

  #reconnect(isAtOnce: boolean): void {
    this.#disconnect()
    if (!isAtOnce) this.time.advance(1)
    this.#disconnect = this.queue.connect()
  }

  #watch(): void {
    const { queue, seen, broken } = this
    queue.store.subscribe((state) => seen.push(JSON.stringify(state)))
    queue.on((event) => {
      const text = JSON.stringify(event)
      seen.push(text)
      if (text.includes('.bin')) broken.push('the trace names a file')
      const { from, status } = event.data
      const isOver = status !== from && settled.some((one) => one === from)
      if (isOver && status !== 'ready' && !this.#isAsked) broken.push(`by itself: ${text}`)
      const { signing, uploading } = queue.getTotals().counts
      const isStart = event.type === 'slot-granted'
      if (isStart && signing + uploading > this.#concurrency) broken.push('a slot too many')
    })
  }
}

/** Knows which timers are left. */
function createCountingClock() {
  const manual = createManualClock(1_000_000)
  const open = new Set<object>()
  const clock: Clock = {
    ...manual,
    setTimeout(run, delayMs) {
      const timer = {}
      open.add(timer)
      const clear = manual.setTimeout(() => {
        open.delete(timer)
        run()
      }, delayMs)
      return () => {
        open.delete(timer)
        clear()
      }
    },
  }
  return { clock, open, advance: (ms: number) => manual.advance(ms) }
}

/** Knows how many transfers run that nobody has ended. */
function watchTransfers(transports: readonly AnyTransport[]) {
  const running = new Set<AbortSignal>()
  const watched = transports.map((transport) => ({
    ...transport,
    async send(input: { readonly signal: AbortSignal }) {
      running.add(input.signal)
      try {
        return await transport.send(input as never)
      } finally {
        running.delete(input.signal)
      }
    },
  })) as readonly AnyTransport[]
  return { watched, count: () => [...running].filter(({ aborted }) => !aborted).length }
}

function createNetwork() {
  const listeners = new Set<() => void>()
  let isOnline = true
  return {
    isOnline: () => isOnline,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(next: boolean) {
      isOnline = next
      for (const listener of listeners) listener()
    },
  }
}
