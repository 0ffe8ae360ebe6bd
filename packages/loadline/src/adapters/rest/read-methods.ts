import {
  parseFilePage,
  parseStoredFile,
  UploadError,
  type BatchResult,
  type OptionalMethods,
  type StoredFile,
} from '../../core/index.js'
import type { ApiClient } from '../http/api-client.js'
import { asksForNothing } from './asks-for-nothing.js'
import { fileParams } from './file-params.js'
import { filePath } from './file-path.js'

type ReadMethods = Required<Pick<OptionalMethods, 'listFiles' | 'getFile' | 'getFiles'>>

/** So many ids make a request line of 4 kB, half of what proxies let through. */
const maxIdsPerCall = 100

/** Browsing. */
export function readMethods({ call }: ApiClient): ReadMethods {
  const findFiles = async (ids: readonly string[], signal: AbortSignal) => {
    const params = new URLSearchParams(ids.map((id) => ['id', id]))
    params.set('limit', String(ids.length))
    return parseFilePage(await call({ method: 'GET', url: '/files', params, signal })).files
  }
  return {
    async listFiles(query, { signal }) {
      const params = fileParams(query)
      if (asksForNothing(query.filter)) return { files: [], total: 0, nextCursor: null }
      return parseFilePage(await call({ method: 'GET', url: '/files', params, signal }))
    },
    async getFile(id, { signal }) {
      return parseStoredFile(await call({ method: 'GET', url: filePath(id), signal }))
    },
    async getFiles(ids, { signal }) {
      const found = new Map<string, StoredFile>()
      for (const batch of batchesOf([...new Set(ids)])) {
        for (const file of await findFiles(batch, signal)) found.set(file.id, file)
      }
      return ids.map((id): BatchResult<StoredFile> => {
        const value = found.get(id)
        return value === undefined ? { ok: false, error: missing() } : { ok: true, value }
      })
    },
  }
}

function batchesOf(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / maxIdsPerCall) }, (_, index) =>
    ids.slice(index * maxIdsPerCall, (index + 1) * maxIdsPerCall),
  )
}

function missing(): UploadError {
  return new UploadError('not-found', { message: 'There is no such file.', status: 404 })
}
