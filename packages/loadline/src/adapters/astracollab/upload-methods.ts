import {
  UploadError,
  type OptionalMethods,
  type StoreResponse,
  type TicketKind,
  type UploadRequest,
} from '../../core/index.js'
import type { AstraCollabClient } from './astracollab-client.js'
import { astraCollabError } from './astracollab-error.js'
import { filePath } from './file-path.js'
import { isOwn, noteOf } from './own-ref.js'
import { abortParts, completeParts, startParts } from './part-upload.js'
import { readMethods } from './read-methods.js'
import { readFile } from './read-file.js'
import { readStoreBody } from './read-store-body.js'

type UploadMethods = Required<
  Pick<
    OptionalMethods,
    | 'createUpload'
    | 'finalizeUpload'
    | 'abandonUpload'
    | 'readStoreResponse'
    | 'readStoreError'
    | 'storeHeaders'
  >
>

export interface UploadFeatures {
  readonly upload: boolean
  readonly multipart: boolean
  readonly canDelete: boolean
}

const uploadPath = '/files/upload'

/** The vendor advises parts above this many bytes. */
const singleUpTo = 100_000_000

/** Small files in one form to the API itself, large ones in parts to the addresses that it signs. */
export function uploadMethods(client: AstraCollabClient, has: UploadFeatures): UploadMethods {
  const { getFile } = readMethods(client)
  return {
    async createUpload(request, { signal }) {
      if (signal.aborted) throw new UploadError('cancelled')
      if (chooseKind(request, has) === 'multipart') return startParts(client, request, signal)
      return {
        kind: 'form',
        clientId: request.clientId,
        fileId: null,
        url: client.addressOf(uploadPath),
        headers: {},
        fields: fieldsOf(request),
        fileField: 'file',
        expiresAt: null,
        serverTime: null,
        maxSize: null,
      }
    },
    storeHeaders: ({ kind }, url) => {
      const isApi = kind === 'form' && url === client.addressOf(uploadPath)
      return isApi ? client.authorization() : Promise.resolve({})
    },
    readStoreError: (_, response) => readRefusal(response),
    readStoreResponse(ref, { body }, partNumber) {
      const { fileId, etag } = readStoreBody(body)
      if (partNumber !== undefined) return etag === null ? {} : { part: { etag } }
      if (ref.kind !== 'form' || fileId === null) return {}
      return { ref: { ...ref, fileId, state: noteOf(ref.clientId, fileId) } }
    },
    async finalizeUpload(upload, ctx) {
      const { ref, response } = upload
      if (ref.kind === 'form' && ref.fileId === null) throw unconfirmed()
      if (!isOwn(ref)) throw foreign()
      if (ref.kind === 'multipart') return completeParts(client, upload, ctx)
      const file = readStoreBody(response?.body ?? '').file
      return file === null ? getFile(ref.fileId, ctx) : readFile(file)
    },
    async abandonUpload(ref, _, { signal }) {
      // Nothing was answered that it could be found by.
      if (ref.fileId === null) return
      if (!isOwn(ref)) throw foreign()
      if (ref.kind === 'multipart' && (await abortParts(client, ref, signal))) return
      if (!has.canDelete) return
      const url = filePath(ref.fileId)
      await client.call({ method: 'DELETE', url, signal }).catch(ignoreMissing)
    },
  }
}

function chooseKind(
  { preferredKinds, size }: UploadRequest,
  { upload, multipart }: UploadFeatures,
): TicketKind {
  if (!upload || !multipart) return upload ? 'form' : 'multipart'
  if (size > singleUpTo) return 'multipart'
  return preferredKinds.find((kind) => kind === 'form' || kind === 'multipart') ?? 'form'
}

function fieldsOf({ folderId, metadata }: UploadRequest): readonly (readonly [string, string])[] {
  const hasMetadata = Object.keys(metadata).length > 0
  return [
    ...(folderId === null ? [] : [['folderId', folderId] as const]),
    ...(hasMetadata ? [['metadata', JSON.stringify(metadata)] as const] : []),
  ]
}

/** By the envelope, where there is one; also in a 200. */
function readRefusal({ status, headers, body }: StoreResponse): UploadError | null {
  const data = readStoreBody(body).refusal
  return data === null ? null : astraCollabError({ status, headers, data })
}

function unconfirmed(): UploadError {
  return new UploadError('unconfirmed', {
    message: 'AstraCollab did not say which file it made of the upload, and it cannot be asked.',
  })
}

function foreign(): UploadError {
  return new UploadError('not-found', { message: 'The ref is not of this upload.' })
}

function ignoreMissing(thrown: unknown): void {
  if ((thrown as UploadError).code !== 'not-found') throw thrown
}
