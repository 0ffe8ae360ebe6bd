import {
  defineAdapter,
  UploadError,
  type FileAdapter,
  type FileCategory,
} from '../../core/index.js'
import { describeAdapter, sendWith } from '../vitest.js'
import { createMemoryBackend } from './memory-backend.js'

const categories: readonly FileCategory[] = [
  {
    id: 'category-1',
    key: 'USER_FILES',
    name: 'User files',
    maxSize: null,
    contentTypes: null,
    defaultVisibility: null,
  },
]

describeAdapter('memory', {
  createAdapter() {
    const { adapter, transports } = createMemoryBackend({ partSize: 1_000, categories })
    const request = { category: 'USER_FILES' }
    return Promise.resolve({ adapter, send: sendWith(transports), request })
  },
})

describeAdapter('memory, multipart first', {
  createAdapter() {
    const { adapter, transports } = createMemoryBackend({ partSize: 1_000, categories })
    const request = { preferredKinds: ['multipart', 'put'] as const }
    return Promise.resolve({ adapter, send: sendWith(transports), request })
  },
})

/** What an adapter has at least, and no feature: whatever else it is asked for it has to refuse. */
function leastOf({ createUpload, finalizeUpload, listFiles }: FileAdapter): FileAdapter {
  return defineAdapter({
    name: 'least',
    createUpload,
    finalizeUpload,
    async listFiles({ filter, sort, search, offset, ...query }, ctx) {
      const filters: readonly unknown[] = Object.values(filter ?? {})
      const asked = [sort, search, offset, ...filters]
      const isMore = asked.some((value) => value !== undefined)
      if (isMore || listFiles === undefined) throw new UploadError('unsupported')
      return listFiles(query, ctx)
    },
  })
}

describeAdapter('memory, the least of it', {
  createAdapter() {
    const { adapter, transports } = createMemoryBackend()
    return Promise.resolve({ adapter: leastOf(adapter), send: sendWith(transports) })
  },
})

describeAdapter('memory, for uploads only', {
  createAdapter() {
    const { adapter, transports } = createMemoryBackend()
    const { createUpload, finalizeUpload } = adapter
    const bare = defineAdapter({ name: 'bare', createUpload, finalizeUpload })
    return Promise.resolve({ adapter: bare, send: sendWith(transports) })
  },
})
