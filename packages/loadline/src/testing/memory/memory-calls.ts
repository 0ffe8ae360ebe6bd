import {
  toUploadError,
  UploadError,
  type BatchResult,
  type BulkFailure,
  type BulkResult,
} from '../../core/index.js'
import type { MemoryFaults } from './memory-faults.js'
import type { MemoryLedger, MemoryLedgerStart } from './memory-ledger.js'

/** Counts changes of a backend's truth, so that the ledger can tell which call had an effect. */
export interface Revision {
  value: number
}

/** One item of a call: what the ledger is told, and what is done, all at once. */
export interface MemoryAct<T> {
  readonly note: Omit<MemoryLedgerStart, 'call' | 'step'>
  run(): T
}

/** How every method of the adapter is run: through the fault plan, and into the ledger. */
export class MemoryCalls {
  readonly #faults: MemoryFaults
  readonly #ledger: MemoryLedger
  readonly #revision: Revision

  constructor(faults: MemoryFaults, ledger: MemoryLedger, revision: Revision) {
    this.#faults = faults
    this.#ledger = ledger
    this.#revision = revision
  }

  async one<T>(
    call: Pick<MemoryLedgerStart, 'call' | 'step'>,
    signal: AbortSignal,
    act: MemoryAct<T>,
  ): Promise<T> {
    const [result] = await this.batch(call, signal, [act])
    if (result === undefined) throw new UploadError('unknown')
    if (!result.ok) throw result.error
    return result.value
  }

  /** Answers in the order of the acts. */
  async batch<T>(
    call: Pick<MemoryLedgerStart, 'call' | 'step'>,
    signal: AbortSignal,
    acts: readonly MemoryAct<T>[],
  ): Promise<readonly BatchResult<T>[]> {
    const amends = acts.map(({ note }) => this.#ledger.open({ ...call, ...note }))
    try {
      if (signal.aborted) throw new UploadError('cancelled')
      if (this.#faults.mustWait(call.step)) await this.#faults.wait(call.step, signal)
      this.#faults.failCall(call.step)
    } catch (thrown) {
      const error = toUploadError(thrown)
      for (const amend of amends) amend({ outcome: error.code })
      throw error
    }
    const results = acts.map((act, index) => this.#settle(call, act, amends[index]))
    if (!this.#faults.takeLost(call.step)) return results
    for (const amend of amends) amend({ outcome: 'lost' })
    throw new UploadError('network', { message: 'Planned: the answer was lost.' })
  }

  /** Each id once. */
  async bulk(
    call: MemoryLedgerStart['call'],
    signal: AbortSignal,
    asked: readonly string[],
    run: (id: string) => void,
  ): Promise<BulkResult> {
    const ids = [...new Set(asked)]
    const acts = ids.map((id) => ({ note: { fileId: id }, run: () => run(id) }))
    const results = await this.batch({ call, step: null }, signal, acts)
    const failed = ids.flatMap((id, index): readonly BulkFailure[] => {
      const result = results[index]
      return result?.ok === false ? [{ id, error: result.error }] : []
    })
    const done = ids.filter((_, index) => results[index]?.ok === true)
    return { done, failed }
  }

  #settle<T>(
    { step }: Pick<MemoryLedgerStart, 'step'>,
    act: MemoryAct<T>,
    amend: ReturnType<MemoryLedger['open']> | undefined,
  ): BatchResult<T> {
    const before = this.#revision.value
    try {
      this.#faults.failItem(step)
      const value = act.run()
      amend?.({ outcome: 'ok', effect: this.#revision.value !== before })
      return { ok: true, value }
    } catch (thrown) {
      const error = toUploadError(thrown)
      amend?.({ outcome: error.code })
      return { ok: false, error }
    }
  }
}
