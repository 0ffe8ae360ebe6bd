import { UploadError, type UploadErrorCode } from '../core/index.js'

export type MemoryStep = 'create' | 'store' | 'finalize' | 'list'

/** What goes wrong, and what is kept waiting, in a memory backend. */
export interface MemoryFaults {
  /** The next so many calls of this step fail with this code. */
  failNext(step: MemoryStep, code: UploadErrorCode, times?: number): void
  /** Calls of this step wait until it is released. */
  hold(step: MemoryStep): void
  /** Without a step: all of them. */
  release(step?: MemoryStep): void
  /** Passes when the step may go on. @throws UploadError as planned, or `cancelled`. */
  pass(step: MemoryStep, signal: AbortSignal): Promise<void>
  setDelay(delayMs: number): void
}

export function createMemoryFaults(initialDelayMs: number): MemoryFaults {
  const planned = new Map<MemoryStep, UploadErrorCode[]>()
  const gates = new Map<MemoryStep, { readonly opened: Promise<void>; open(): void }>()
  let delayMs = initialDelayMs

  return {
    failNext(step, code, times = 1) {
      const codes = planned.get(step) ?? []
      planned.set(step, [...codes, ...Array.from({ length: times }, () => code)])
    },
    hold(step) {
      if (gates.has(step)) return
      let open = (): void => undefined
      const opened = new Promise<void>((resolve) => (open = resolve))
      gates.set(step, { opened, open })
    },
    release(step) {
      for (const [held, gate] of gates) {
        if (step !== undefined && step !== held) continue
        gates.delete(held)
        gate.open()
      }
    },
    async pass(step, signal) {
      await abortable(wait(delayMs), signal)
      await abortable(gates.get(step)?.opened ?? Promise.resolve(), signal)
      const code = planned.get(step)?.shift()
      if (code !== undefined) throw new UploadError(code, { message: `Planned to fail: ${step}.` })
    },
    setDelay(next) {
      delayMs = next
    },
  }
}

function wait(delayMs: number): Promise<void> {
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
