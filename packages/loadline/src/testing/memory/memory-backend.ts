import type {
  AnyTransport,
  FileAdapter,
  FileCategory,
  FileFolder,
  FileLimits,
  FileUser,
  StoredFile,
  StoredFileInput,
  UploadTransport,
} from '../../core/index.js'
import { memoryAdapter } from './memory-adapter.js'
import { MemoryCalls, type Revision } from './memory-calls.js'
import { MemoryFaults, type MemoryFault, type MemoryFaultControls } from './memory-faults.js'
import { MemoryFiles } from './memory-files.js'
import { MemoryFolders } from './memory-folders.js'
import { MemoryLedger, type MemoryLedgerEntry } from './memory-ledger.js'
import { MemoryProcess } from './memory-process.js'
import { MemoryStore } from './memory-store.js'
import { memoryMultipartTransport, memoryPutTransport } from './memory-transports.js'
import { MemoryUploads, type MemoryUpload } from './memory-uploads.js'

export interface MemoryBackendOptions {
  /** What is stored already; what is left out is filled in. */
  readonly files?: readonly StoredFileInput[] | undefined
  readonly folders?: readonly FileFolder[] | undefined
  readonly categories?: readonly FileCategory[] | undefined
  readonly limits?: Partial<FileLimits> | undefined
  /** Who uploads. */
  readonly user?: FileUser | undefined
  /** Before every answer. Default 0. */
  readonly delayMs?: number | undefined
  /** Planned from the start. */
  readonly faults?: readonly MemoryFault[] | undefined
  /** Bytes of every part but the last. Default 256 KiB. */
  readonly partSize?: number | undefined
  /** Default: tickets expire only by `expireTickets()`. */
  readonly ticketLifeMs?: number | undefined
}

/** A whole backend in memory: an adapter and transports over one truth. For stories, and for users' own tests. */
export interface MemoryBackend extends MemoryFaultControls {
  readonly adapter: FileAdapter
  /** Goes into the queue's `transports`. */
  readonly transport: UploadTransport<'put'>
  /** The same, and one for the multipart tickets that are given when they are preferred. */
  readonly transports: readonly AnyTransport[]
  /** The store answers every ticket given so far with a 403, "Request has expired". */
  expireTickets(): void
  /** Every call and every transfer, in the order in which they began. */
  ledger(): readonly MemoryLedgerEntry[]
  files(): readonly StoredFile[]
  uploads(): readonly MemoryUpload[]
}

const somebody: FileUser = { id: 'user-1', name: 'Ada', avatarUrl: null }

export function createMemoryBackend(options: MemoryBackendOptions = {}): MemoryBackend {
  const revision: Revision = { value: 0 }
  const faults = new MemoryFaults(options.delayMs ?? 0, options.faults ?? [])
  const ledger = new MemoryLedger()
  const files = new MemoryFiles(options.files ?? [], options.categories ?? [], revision)
  const uploads = new MemoryUploads(files, revision, options.user ?? somebody)
  const store = new MemoryStore(uploads, {
    partSize: options.partSize ?? 256 * 1024,
    ticketLifeMs: options.ticketLifeMs ?? null,
  })
  const adapter = memoryAdapter({
    calls: new MemoryCalls(faults, ledger, revision),
    files,
    folders: new MemoryFolders(options.folders ?? [], files, revision),
    uploads,
    store,
    process: new MemoryProcess(faults, files, ledger),
    limits: options.limits ?? {},
  })
  const ports = { store, faults, ledger, revision }
  const transport = memoryPutTransport(ports)
  return {
    adapter,
    transport,
    transports: [transport, memoryMultipartTransport(ports)],
    failNext: (step, code, times) => faults.failNext(step, code, times),
    hold: (step) => faults.hold(step),
    release: (step) => faults.release(step),
    setDelay: (delayMs) => faults.setDelay(delayMs),
    dropAfter: (bytes) => faults.dropAfter(bytes),
    expireTickets: () => store.expireTickets(),
    corruptNext: () => faults.corruptNext(),
    loseAnswer: (step) => faults.loseAnswer(step),
    ledger: () => ledger.entries(),
    files: () => files.all(),
    uploads: () => uploads.all(),
  }
}
