import { defineAdapter, type FileAdapter, type HttpClient } from '../../core/index.js'
import { createApiClient } from '../http/api-client.js'
import { originsOf } from '../http/origins-of.js'
import { readFinalizeAnswer } from './read-finalize-answer.js'
import { readSignAnswer } from './read-sign-answer.js'
import type { FinalizeBody, SignBody } from './routes.js'

export interface PresignedAdapterOptions {
  /** A route of your own. It is POSTed a `SignBody` and answers a `SignAnswer`. */
  readonly signUrl: string
  /**
   * A route of your own that is told when the bytes are stored: it is POSTed a `FinalizeBody` and answers a
   * `FinalizeAnswer`. Without it a file is ready as soon as the store has it, and nobody has looked.
   */
  readonly finalizeUrl?: string | undefined
  /** The application's own axios instance, with its headers and its refresh. Default: a bare one. */
  readonly http?: HttpClient | undefined
  /** Tells two backends apart in caches. Default: `presigned:` and `signUrl`. */
  readonly cacheKey?: string | undefined
}

/**
 * Uploads by one or two routes of your own, without a list: for a backend that can sign URLs of an object store
 * and needs no more.
 * @throws UploadError from every method
 */
export function presignedAdapter(options: PresignedAdapterOptions): FileAdapter {
  const { signUrl, finalizeUrl, http, cacheKey } = options
  const { ask, call } = createApiClient('', http)
  return defineAdapter({
    name: 'presigned',
    features: {
      cacheKey: cacheKey ?? `presigned:${signUrl}`,
      apiOrigins: originsOf(signUrl, ...(finalizeUrl === undefined ? [] : [finalizeUrl])),
      ticketKinds: ['put', 'form'],
      uploadFields: ['category', 'folderId', 'visibility', 'metadata', 'path'],
      // Where nobody is told, nothing can happen twice.
      finalizeIsIdempotent: finalizeUrl === undefined,
    },
    async createUpload(request, { signal }) {
      const data: SignBody = request
      return readSignAnswer(request, await ask({ method: 'POST', url: signUrl, data, signal }))
    },
    async finalizeUpload(upload, { signal }) {
      if (finalizeUrl === undefined) return readFinalizeAnswer(upload, null)
      const { clientId, fileId } = upload.ref
      const { name, contentType, size } = upload.request
      const data: FinalizeBody = { clientId, fileId, name, contentType, size, etag: upload.etag }
      return readFinalizeAnswer(
        upload,
        await call({ method: 'POST', url: finalizeUrl, data, signal }),
      )
    },
  })
}
