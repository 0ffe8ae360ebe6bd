import type { FileLimits } from '../../core/index.js'
import type { MemoryCalls } from './memory-calls.js'
import type { MemoryFiles } from './memory-files.js'
import type { MemoryFolders } from './memory-folders.js'
import type { MemoryProcess } from './memory-process.js'
import type { MemoryStore } from './memory-store.js'
import type { MemoryUploads } from './memory-uploads.js'

/** What a memory backend is made of, as its adapter sees it. */
export interface MemoryParts {
  readonly calls: MemoryCalls
  readonly files: MemoryFiles
  readonly folders: MemoryFolders
  readonly uploads: MemoryUploads
  readonly store: MemoryStore
  readonly process: MemoryProcess
  readonly limits: Partial<FileLimits>
}
