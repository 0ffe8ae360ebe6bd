import {
  defineAdapter,
  UploadError,
  type AdapterFeatures,
  type FileAdapter,
} from '../core/index.js'
import type { MemoryFaults } from './memory-faults.js'
import { pageOf } from './memory-query.js'
import type { MemoryTruth } from './memory-truth.js'

const origin = 'https://memory.invalid'

const features: Partial<AdapterFeatures> = {
  uploadFields: ['category', 'folderId', 'visibility', 'associations', 'metadata', 'path', 'draft'],
  createIsIdempotent: true,
  finalizeIsIdempotent: true,
  canUndoFinalize: true,
  lookAhead: true,
  sortKeys: ['name', 'size', 'createdAt', 'updatedAt'],
  filters: ['statuses', 'visibility', 'folderId'],
  search: 'server',
  canFilterRoot: true,
  maxPageSize: 200,
  canSkip: true,
}

/** The adapter's view of the truth: each call passes the fault plan first. */
export function memoryAdapter(truth: MemoryTruth, faults: MemoryFaults): FileAdapter {
  return defineAdapter({
    name: 'memory',
    features,
    async createUpload(request, { signal }) {
      await faults.pass('create', signal)
      const { fileId } = truth.create(request)
      return {
        kind: 'put',
        clientId: request.clientId,
        fileId,
        url: `${origin}/${encodeURIComponent(fileId)}`,
        headers: {},
        expiresAt: null,
        serverTime: null,
        maxSize: null,
      }
    },
    async finalizeUpload({ ref }, { signal }) {
      await faults.pass('finalize', signal)
      return truth.finalize(ref.fileId, ref.clientId)
    },
    async abandonUpload({ fileId, clientId }) {
      truth.abandon(fileId, clientId)
    },
    async listFiles(query, { signal }) {
      await faults.pass('list', signal)
      return pageOf([...truth.files.values()], query)
    },
    async getFile(id, { signal }) {
      await faults.pass('list', signal)
      const file = truth.files.get(id)
      if (file === undefined) throw new UploadError('not-found')
      return file
    },
  })
}

/** The file that a URL of a ticket is for. */
export function fileIdOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}
