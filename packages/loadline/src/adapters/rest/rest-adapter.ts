import { defineAdapter, type FileAdapter, type HttpClient } from '../../core/index.js'
import { createApiClient } from '../http/api-client.js'
import { originsOf } from '../http/origins-of.js'
import { associationMethods } from '../http/association-methods.js'
import { batchMethods } from './batch-methods.js'
import { changeMethods } from './change-methods.js'
import { maxPageSize } from './file-params.js'
import { folderMethods } from './folder-methods.js'
import { partMethods } from './part-methods.js'
import { readMethods } from './read-methods.js'
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
  const client = createApiClient(baseUrl, http)
  return defineAdapter({
    name: 'rest',
    features: {
      cacheKey: cacheKey ?? `rest:${baseUrl}`,
      apiOrigins: originsOf(baseUrl),
      ticketKinds: ['put', 'form', 'multipart'],
      maxFilesPerBatch: 50,
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
      sortKeys: ['name', 'size', 'createdAt', 'updatedAt', 'contentType', 'status', 'visibility'],
      filters: [
        'categories',
        'statuses',
        'visibility',
        'contentTypes',
        'folderId',
        'entity',
        'createdBy',
        'createdAfter',
        'createdBefore',
      ],
      search: 'server',
      contentTypeFilter: 'both',
      canFilterRoot: true,
      maxPageSize,
      canSkip: true,
    },
    ...uploadMethods(client),
    ...batchMethods(client),
    ...partMethods(client),
    ...readMethods(client),
    ...changeMethods(client),
    ...associationMethods(client),
    ...folderMethods(client),
  })
}
