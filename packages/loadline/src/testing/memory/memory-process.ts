import { toUploadError, type FileStatus, type StoredFile } from '../../core/index.js'
import type { MemoryFaults } from './memory-faults.js'
import type { MemoryFiles } from './memory-files.js'
import type { MemoryLedger } from './memory-ledger.js'

const never = new AbortController().signal

/** What a backend does with a file after it was finalised: scans, conversions. Without a plan for it, nothing. */
export class MemoryProcess {
  readonly #faults: MemoryFaults
  readonly #files: MemoryFiles
  readonly #ledger: MemoryLedger

  constructor(faults: MemoryFaults, files: MemoryFiles, ledger: MemoryLedger) {
    this.#faults = faults
    this.#files = files
    this.#ledger = ledger
  }

  firstStatus(): FileStatus {
    return this.#faults.needsProcessing() ? 'processing' : 'ready'
  }

  /** Goes on by itself until the file is `ready`, or `error` where that was planned. */
  start({ id, clientId, status }: StoredFile): void {
    if (status !== 'processing') return
    const amend = this.#ledger.open({ call: 'process', step: 'process', fileId: id, clientId })
    void this.#faults.wait('process', never).then(() => {
      const end = this.#end()
      if (this.#files.find(id) === undefined) return amend({ outcome: 'cancelled' })
      this.#files.change(
        id,
        end === 'ok' ? { status: 'ready' } : { status: 'error', statusReason: 'processing-failed' },
      )
      amend({ outcome: end, effect: true })
    })
  }

  #end(): 'ok' | ReturnType<typeof toUploadError>['code'] {
    try {
      this.#faults.failCall('process')
      this.#faults.failItem('process')
      return 'ok'
    } catch (thrown) {
      return toUploadError(thrown).code
    }
  }
}
