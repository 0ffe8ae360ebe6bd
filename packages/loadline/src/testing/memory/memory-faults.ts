import { UploadError, type UploadErrorCode } from '../../core/index.js'

export type MemoryStep = 'create' | 'store' | 'finalize' | 'process' | 'list'

/** Planned from the start, as by `failNext`. */
export interface MemoryFault {
  readonly step: MemoryStep
  readonly code: UploadErrorCode
  readonly times?: number | undefined
}

/** What goes wrong, and what is kept waiting, in a memory backend. */
export interface MemoryFaultControls {
  /**
   * The next so many calls of this step fail with this code. In a batch, codes of the line or of the whole
   * backend (`network`, `server`, `rate-limited`, …) fail the call, the others one item each.
   */
  failNext(step: MemoryStep, code: UploadErrorCode, times?: number): void
  /** Calls of this step wait until it is released; with `process`, finalised files stay `processing`. */
  hold(step: MemoryStep): void
  /** Without a step: all of them. */
  release(step?: MemoryStep): void
  /** Before every answer. */
  setDelay(delayMs: number): void
  /** The next transfer breaks with `network` after so many bytes, and leaves nothing in the store. */
  dropAfter(bytes: number): void
  /** The next object or part is changed on its way: refused where a checksum was asked, else stored damaged. */
  corruptNext(): void
  /** The next call of this step does its work, and its answer is lost: `network`. `process` is no call: nothing. */
  loseAnswer(step: MemoryStep): void
}

const wholeCallCodes: ReadonlySet<UploadErrorCode> = new Set<UploadErrorCode>([
  'network',
  'timeout',
  'stalled',
  'offline',
  'unauthenticated',
  'rate-limited',
  'server',
  'cancelled',
])

interface Gate {
  readonly opened: Promise<void>
  open(): void
}

export class MemoryFaults implements MemoryFaultControls {
  readonly #planned = new Map<MemoryStep, UploadErrorCode[]>()
  readonly #gates = new Map<MemoryStep, Gate>()
  readonly #lost = new Map<MemoryStep, number>()
  readonly #drops: number[] = []
  #corruptions = 0
  #delayMs: number

  constructor(delayMs: number, planned: readonly MemoryFault[]) {
    this.#delayMs = delayMs
    for (const { step, code, times } of planned) this.failNext(step, code, times)
  }

  failNext(step: MemoryStep, code: UploadErrorCode, times = 1): void {
    const codes = this.#planned.get(step) ?? []
    this.#planned.set(step, [...codes, ...Array.from({ length: times }, () => code)])
  }

  hold(step: MemoryStep): void {
    if (this.#gates.has(step)) return
    let open = (): void => undefined
    const opened = new Promise<void>((resolve) => (open = resolve))
    this.#gates.set(step, { opened, open })
  }

  release(step?: MemoryStep): void {
    for (const [held, gate] of this.#gates) {
      if (step !== undefined && step !== held) continue
      this.#gates.delete(held)
      gate.open()
    }
  }

  setDelay(delayMs: number): void {
    this.#delayMs = delayMs
  }

  dropAfter(bytes: number): void {
    this.#drops.push(bytes)
  }

  corruptNext(): void {
    this.#corruptions += 1
  }

  loseAnswer(step: MemoryStep): void {
    this.#lost.set(step, (this.#lost.get(step) ?? 0) + 1)
  }

  /** Whether a call of the step cannot be done at once. */
  mustWait(step: MemoryStep | null): boolean {
    return this.#delayMs > 0 || (step !== null && this.#gates.has(step))
  }

  /** Resolves when the step may go on. @throws UploadError `cancelled` */
  async wait(step: MemoryStep | null, signal: AbortSignal): Promise<void> {
    await abortable(sleep(this.#delayMs), signal)
    if (step === null) return
    await abortable(this.#gates.get(step)?.opened ?? Promise.resolve(), signal)
  }

  /** @throws UploadError where the next planned failure is one of a whole call. */
  failCall(step: MemoryStep | null): void {
    this.#fail(step, (code) => wholeCallCodes.has(code))
  }

  /** @throws UploadError where the next planned failure is one of a single item. */
  failItem(step: MemoryStep | null): void {
    this.#fail(step, (code) => !wholeCallCodes.has(code))
  }

  /** Whether the answer of the call that was just done does not arrive. */
  takeLost(step: MemoryStep | null): boolean {
    const left = step === null ? 0 : (this.#lost.get(step) ?? 0)
    if (step !== null && left > 0) this.#lost.set(step, left - 1)
    return left > 0
  }

  takeDrop(): number | undefined {
    return this.#drops.shift()
  }

  takeCorruption(): boolean {
    const isPlanned = this.#corruptions > 0
    if (isPlanned) this.#corruptions -= 1
    return isPlanned
  }

  /** Whether a file that is finalised now has to be processed first. */
  needsProcessing(): boolean {
    return this.#gates.has('process') || (this.#planned.get('process') ?? []).length > 0
  }

  #fail(step: MemoryStep | null, isMeant: (code: UploadErrorCode) => boolean): void {
    const codes = step === null ? undefined : this.#planned.get(step)
    const code = codes?.[0]
    if (code === undefined || !isMeant(code)) return
    codes?.shift()
    throw new UploadError(code, { message: `Planned to fail: ${step}.` })
  }
}

function sleep(delayMs: number): Promise<void> {
  return delayMs === 0
    ? Promise.resolve()
    : new Promise((resolve) => void setTimeout(resolve, delayMs))
}

function abortable(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(new UploadError('cancelled'))
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort, { once: true })
    void promise.then(() => {
      signal.removeEventListener('abort', abort)
      resolve()
    })
  })
}
