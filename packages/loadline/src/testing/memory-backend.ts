import type { FileAdapter, StoredFile, StoredFileInput, UploadTransport } from '../core/index.js'
import { fileIdOf, memoryAdapter } from './memory-adapter.js'
import { createMemoryFaults, type MemoryFaults } from './memory-faults.js'
import { createMemoryTransport } from './memory-transport.js'
import { MemoryTruth, type MemoryUpload } from './memory-truth.js'

export interface MemoryBackendOptions {
  /** What is stored already; what is left out is filled in. */
  readonly files?: readonly StoredFileInput[] | undefined
  /** Before every answer. Default 0. */
  readonly delayMs?: number | undefined
}

/** A whole backend in memory: an adapter and a transport over one truth. For stories, and for users' own tests. */
export interface MemoryBackend extends Omit<MemoryFaults, 'pass'> {
  readonly adapter: FileAdapter
  /** Goes into the queue's `transports`. */
  readonly transport: UploadTransport<'put'>
  files(): readonly StoredFile[]
  uploads(): readonly MemoryUpload[]
}

export function createMemoryBackend(options: MemoryBackendOptions = {}): MemoryBackend {
  const truth = new MemoryTruth(options.files ?? [])
  const faults = createMemoryFaults(options.delayMs ?? 0)
  const { failNext, hold, release, setDelay } = faults
  return {
    failNext,
    hold,
    release,
    setDelay,
    adapter: memoryAdapter(truth, faults),
    transport: createMemoryTransport(faults, (url, object) => truth.store(fileIdOf(url), object)),
    files: () => [...truth.files.values()],
    uploads: () => [...truth.uploads.values()],
  }
}
