import type { AdapterMethod, TicketKind, UploadErrorCode } from '../../core/index.js'
import type { MemoryStep } from './memory-faults.js'

/** What a memory backend was asked, and what came of it. A batch call has an entry for each of its items. */
export interface MemoryLedgerEntry {
  /** A method of the adapter, `send` for a transfer (of one part too), `process` for what follows a finalise. */
  readonly call: AdapterMethod | 'send' | 'process'
  /** `null`: a call that no fault can be planned for. */
  readonly step: MemoryStep | null
  readonly clientId: string | null
  readonly fileId: string | null
  readonly kind: TicketKind | null
  readonly partNumber: number | null
  /** Handed to the store. */
  readonly bytes: number
  /** `open`: not over yet. `refused`: the store's answer was an error. `lost`: done, but the answer did not arrive. */
  readonly outcome: 'open' | 'ok' | 'refused' | 'lost' | UploadErrorCode
  /** Whether anything is different for it. */
  readonly effect: boolean
}

export type MemoryLedgerStart = Pick<MemoryLedgerEntry, 'call' | 'step'> &
  Partial<Pick<MemoryLedgerEntry, 'clientId' | 'fileId' | 'kind' | 'partNumber' | 'bytes'>>

export class MemoryLedger {
  readonly #entries: MemoryLedgerEntry[] = []

  /** Notes a call; the answer amends the note. */
  open(start: MemoryLedgerStart): (change: Partial<MemoryLedgerEntry>) => void {
    const index = this.#entries.length
    const blank = { clientId: null, fileId: null, kind: null, partNumber: null, bytes: 0 }
    let entry: MemoryLedgerEntry = { ...blank, ...start, outcome: 'open', effect: false }
    this.#entries.push(entry)
    return (change) => {
      entry = { ...entry, ...change }
      this.#entries[index] = entry
    }
  }

  entries(): readonly MemoryLedgerEntry[] {
    return [...this.#entries]
  }
}
