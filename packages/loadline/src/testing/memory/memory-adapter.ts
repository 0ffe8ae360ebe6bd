import { defineAdapter, type AdapterFeatures, type FileAdapter } from '../../core/index.js'
import { memoryChangeMethods, memoryReadMethods } from './memory-file-methods.js'
import { memoryFolderMethods } from './memory-folder-methods.js'
import type { MemoryParts } from './memory-parts.js'
import { memoryFilterKeys, memoryPageSize, memorySortKeys } from './memory-query.js'
import { memoryUploadMethods } from './memory-upload-methods.js'

const features: Partial<AdapterFeatures> = {
  ticketKinds: ['put', 'multipart'],
  uploadFields: [
    'category',
    'folderId',
    'visibility',
    'associations',
    'metadata',
    'path',
    'checksum',
    'draft',
  ],
  createIsIdempotent: true,
  finalizeIsIdempotent: true,
  canUndoFinalize: true,
  lookAhead: true,
  sortKeys: memorySortKeys,
  filters: memoryFilterKeys,
  search: 'server',
  contentTypeFilter: 'both',
  canFilterRoot: true,
  maxPageSize: memoryPageSize,
  canSkip: true,
}

/** All that the contract lets a backend have. */
export function memoryAdapter(parts: MemoryParts): FileAdapter {
  return defineAdapter({
    name: 'memory',
    features,
    ...memoryUploadMethods(parts),
    ...memoryReadMethods(parts),
    ...memoryChangeMethods(parts),
    ...memoryFolderMethods(parts),
  })
}
