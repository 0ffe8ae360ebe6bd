export { makeFile, type MakeFileOptions } from './make-file.js'
export {
  createMemoryBackend,
  type MemoryBackend,
  type MemoryBackendOptions,
} from './memory-backend.js'
export type { MemoryStep } from './memory-faults.js'
export type { MemoryObject } from './memory-transport.js'
export type { MemoryUpload } from './memory-truth.js'
