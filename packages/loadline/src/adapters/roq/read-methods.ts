import {
  readShape,
  UploadError,
  type BatchResult,
  type CallContext,
  type OptionalMethods,
  type StoredFile,
} from '../../core/index.js'
import { readOffsetPage, type OffsetRows } from '../http/offset-pages.js'
import { fileVariables } from './file-variables.js'
import { isUuid } from './is-uuid.js'
import { getFileOperation, listFilesOperation, type RoqVariables } from './operations.js'
import { readFile } from './read-file.js'
import type { RoqClient } from './roq-client.js'

type ReadMethods = Required<Pick<OptionalMethods, 'listFiles' | 'getFile' | 'getFiles'>>

/** Browsing. */
export function readMethods(client: RoqClient): ReadMethods {
  const list = async (variables: RoqVariables, ctx: CallContext): Promise<OffsetRows> => {
    const { value, warnings } = await client.ask(listFilesOperation, variables, ctx)
    const page = readShape(value, 'files')
    const files = page.list('data').map(readFile)
    return {
      files,
      total: page.count('totalCount'),
      ...(warnings.length > 0 && { warnings: [...new Set(warnings)] }),
    }
  }
  /** Page by page, since ROQ may give fewer rows than were asked for. */
  const find = async (ids: readonly string[], ctx: CallContext) => {
    const found = new Map<string, StoredFile>()
    for (let offset = 0; offset < ids.length;) {
      const filter = { id: { valueIn: ids } }
      const { files, total } = await list({ filter, limit: ids.length, offset }, ctx)
      for (const file of files) found.set(file.id, file)
      offset += files.length
      if (files.length === 0 || offset >= total) break
    }
    return found
  }
  return {
    async listFiles(query, ctx) {
      const variables = fileVariables(query)
      if (variables === null) return { files: [], total: 0, nextCursor: null }
      return readOffsetPage(query, (offset, limit) => list({ ...variables, offset, limit }, ctx))
    },
    async getFile(id, ctx) {
      return readFile((await client.ask(getFileOperation, { id }, ctx)).value)
    },
    async getFiles(ids, ctx) {
      const found = await find([...new Set(ids)].filter(isUuid), ctx)
      return ids.map((id): BatchResult<StoredFile> => {
        const value = found.get(id)
        return value === undefined ? { ok: false, error: missing() } : { ok: true, value }
      })
    },
  }
}

function missing(): UploadError {
  return new UploadError('not-found', { message: 'ROQ has no such file.' })
}
