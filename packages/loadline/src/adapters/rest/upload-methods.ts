import { parseStoredFile, parseTicket, readShape, type OptionalMethods } from '../../core/index.js'
import type {
  AbandonUploadBody,
  CreateUploadAnswer,
  CreateUploadBody,
  LookupUploadAnswer,
} from '../../protocol/index.js'
import type { ApiClient } from '../http/api-client.js'
import { finalizeBody } from './finalize-body.js'
import { poster } from '../http/poster.js'
import { uploadPath } from './upload-path.js'

type UploadMethods = Required<
  Pick<
    OptionalMethods,
    'createUpload' | 'renewTicket' | 'finalizeUpload' | 'lookupUpload' | 'abandonUpload'
  >
>

const lookupStates = [
  'pending',
  'stored',
  'finalized',
  'gone',
] as const satisfies readonly LookupUploadAnswer['state'][]

/** The upload routes of the Files API. What answers is believed only as far as its shape is checked. */
export function uploadMethods(client: ApiClient): UploadMethods {
  const { call } = client
  const post = poster(client)
  return {
    async createUpload(request, ctx) {
      const data: CreateUploadBody = request
      return parseTicket((await post<CreateUploadAnswer>('/uploads', data, ctx)).ticket)
    },
    async renewTicket(ref, ctx) {
      return parseTicket(
        (await post<CreateUploadAnswer>(`${uploadPath(ref)}/renew`, {}, ctx)).ticket,
      )
    },
    async finalizeUpload(upload, ctx) {
      return parseStoredFile(
        await post(`${uploadPath(upload.ref)}/finalize`, finalizeBody(upload), ctx),
      )
    },
    async lookupUpload({ clientId }, { signal }) {
      // By the caller's own id, which a create without an answer has too, and no other upload.
      const params = new URLSearchParams({ clientId })
      const answer = await call({ method: 'GET', url: '/uploads', params, signal })
      const shape = readShape(answer, 'lookup')
      const { file } = shape.value
      return {
        state: shape.oneOf('state', lookupStates),
        file: file === null ? null : parseStoredFile(file),
      }
    },
    async abandonUpload(ref, reason, ctx) {
      const { clientId } = ref
      if (ref.fileId === null) {
        // A create that was not answered: only the batch route finds an upload by its clientId.
        await post('/uploads/abandon', { uploads: [{ clientId }], reason }, ctx)
        return
      }
      const data: AbandonUploadBody = { clientId, reason }
      await post(`${uploadPath(ref)}/abandon`, data, ctx)
    },
  }
}
