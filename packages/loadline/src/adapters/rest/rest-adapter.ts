import {
  defineAdapter,
  parseFilePage,
  parseStoredFile,
  type FileAdapter,
  type HttpClient,
} from '../../core/index.js'
import { batchMethods } from './batch-methods.js'
import { fileParams } from './file-params.js'
import { createRestClient } from './rest-client.js'
import { uploadMethods } from './upload-methods.js'

export interface RestAdapterOptions {
  /** Where the Files API stands: absolute, or a path of the page's own origin such as `/api`. */
  readonly baseUrl: string
  /** The application's own axios instance, with its headers and its refresh. Default: a bare one. */
  readonly http?: HttpClient | undefined
  /** Tells two backends apart in caches. Default: `rest:` and the base URL. */
  readonly cacheKey?: string | undefined
}

/**
 * Speaks the reference Files API of `loadline-server`.
 * @throws UploadError from every method, with the code that the server's problem document gives.
 */
export function restAdapter({ baseUrl, http, cacheKey }: RestAdapterOptions): FileAdapter {
  const client = createRestClient(baseUrl, http)
  const { call } = client

  return defineAdapter({
    name: 'rest',
    features: {
      cacheKey: cacheKey ?? `rest:${baseUrl}`,
      apiOrigins: originsOf(baseUrl),
      ticketKinds: ['put', 'form', 'multipart'],
      maxFilesPerBatch: 50,
      uploadFields: ['category', 'visibility', 'metadata', 'path', 'checksum'],
      createIsIdempotent: true,
      finalizeIsIdempotent: true,
      canUndoFinalize: true,
      lookAhead: true,
      sortKeys: ['name', 'size', 'createdAt', 'updatedAt'],
      filters: ['statuses'],
      search: 'server',
      maxPageSize: 200,
      canSkip: true,
    },
    ...uploadMethods(client),
    ...batchMethods(client),
    async listFiles(query, { signal }) {
      const params = fileParams(query)
      return parseFilePage(await call({ method: 'GET', url: '/files', params, signal }))
    },
    async getFile(id, { signal }) {
      const url = `/files/${encodeURIComponent(id)}`
      return parseStoredFile(await call({ method: 'GET', url, signal }))
    },
  })
}

/** A relative base has the page's origin; on a server it has none. */
function originsOf(baseUrl: string): readonly string[] {
  const page = globalThis.location?.href
  return URL.canParse(baseUrl, page) ? [new URL(baseUrl, page).origin] : []
}
