import {
  defineAdapter,
  type AdapterFeatures,
  type FileAdapter,
  type HttpClient,
} from '../../core/index.js'
import { originsOf } from '../http/origins-of.js'
import { createAstraCollabClient } from './astracollab-client.js'
import { deleteMethods } from './delete-methods.js'
import { maxPageSize } from './file-params.js'
import { folderMethods } from './folder-methods.js'
import { readMethods } from './read-methods.js'
import { uploadMethods } from './upload-methods.js'

/** What the vendor documents and nobody has verified. Each default is `true`; what is switched off hides its controls. */
export interface AstraCollabFeatures {
  /** Files in one request: `POST /files/upload`. */
  readonly upload?: boolean | undefined
  /** Large files in parts: `POST /files/multipart-upload-start` and its like. */
  readonly multipart?: boolean | undefined
  /** `DELETE /files/{id}` and `DELETE /files/bulk`. */
  readonly delete?: boolean | undefined
  /** `/folders`, and uploads into them. */
  readonly folders?: boolean | undefined
}

export interface AstraCollabAdapterOptions {
  /**
   * Where the API stands, its version included: for a browser, a proxy of your own that adds the API key. Default:
   * `https://api.astracollab.app/v1`.
   */
  readonly baseUrl?: string | undefined
  /**
   * Asked before each call, for `Authorization: Bearer …`. `null`: the call has none, the proxy knows the person by
   * other means. An API key is a secret of a server: in a browser this gives a token of your proxy's.
   */
  readonly getToken: () => string | null | Promise<string | null>
  readonly features?: AstraCollabFeatures | undefined
  /** The application's own axios instance, with its headers and its refresh. Default: a bare one. */
  readonly http?: HttpClient | undefined
  /** Tells two backends apart in caches. Default: `astracollab:` and the base URL. */
  readonly cacheKey?: string | undefined
}

/**
 * Speaks the API of AstraCollab as its documentation has it.
 * @throws UploadError from every method, with the vendor's code in `details.code`
 * @see https://docs.astracollab.app
 */
export function astraCollabAdapter(options: AstraCollabAdapterOptions): FileAdapter {
  const { baseUrl = 'https://api.astracollab.app/v1', cacheKey } = options
  const { upload = true, multipart = true, folders = true } = options.features ?? {}
  const canDelete = options.features?.delete ?? true
  const client = createAstraCollabClient({ ...options, baseUrl })
  const isUploading = upload || multipart
  const features: Partial<AdapterFeatures> = {
    cacheKey: cacheKey ?? `astracollab:${baseUrl}`,
    apiOrigins: originsOf(baseUrl),
    ticketKinds: [
      ...(upload ? (['form'] as const) : []),
      ...(multipart ? (['multipart'] as const) : []),
    ],
    uploadFields: isUploading ? [...(folders ? (['folderId'] as const) : []), 'metadata'] : [],
    // Reading what was answered, or looking whether the file is there.
    finalizeIsIdempotent: true,
    // A second POST makes a second file.
    storeIsIdempotent: false,
    canUndoFinalize: canDelete,
    sortKeys: ['name', 'size', 'createdAt', 'updatedAt'],
    filters: ['folderId', 'contentTypes'],
    search: 'server',
    contentTypeFilter: 'group',
    maxPageSize,
    canSkip: true,
  }
  return defineAdapter({
    name: 'astracollab',
    features,
    ...readMethods(client),
    ...(isUploading ? uploadMethods(client, { upload, multipart, canDelete }) : {}),
    ...(canDelete ? deleteMethods(client) : {}),
    ...(folders ? folderMethods(client) : {}),
  })
}
