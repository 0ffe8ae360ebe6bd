export { dropFiles } from './dom/drop-files.js'
export { pasteFiles } from './dom/paste-files.js'
export { pickFiles } from './dom/pick-files.js'
export {
  fileGrid,
  type FileGridObject,
  type FileGridOptions,
  type FileRowObject,
} from './pages/file-grid.js'
export type { ScreenLike } from './pages/screen-like.js'
export {
  uploadsPanel,
  type UploadRowObject,
  type UploadsPanelObject,
  type UploadsPanelOptions,
} from './pages/uploads-panel.js'
export { makeFile, type MakeFileOptions } from './make-file.js'
export {
  createMemoryBackend,
  type MemoryBackend,
  type MemoryBackendOptions,
} from './memory/memory-backend.js'
export type { MemoryFault, MemoryFaultControls, MemoryStep } from './memory/memory-faults.js'
export type { MemoryLedgerEntry } from './memory/memory-ledger.js'
export type { MemoryObject, MemoryUpload } from './memory/memory-uploads.js'
