import {
  parseSignedPart,
  parseStoredFile,
  parseTicket,
  parseUploadedPart,
  type OptionalMethods,
  type UploadedPart,
  type UploadRef,
} from '../../core/index.js'
import type {
  AbandonUploadBody,
  CreateUploadAnswer,
  CreateUploadBody,
  ListPartsAnswer,
  LookupUploadAnswer,
  SignPartsAnswer,
  SignPartsBody,
} from '../../protocol/index.js'
import { finalizeBody } from './finalize-body.js'
import { poster } from './poster.js'
import { readList } from './read-list.js'
import type { RestClient } from './rest-client.js'

type UploadMethods = Required<
  Pick<
    OptionalMethods,
    | 'createUpload'
    | 'renewTicket'
    | 'signParts'
    | 'listParts'
    | 'finalizeUpload'
    | 'lookupUpload'
    | 'abandonUpload'
  >
>

/** The upload routes of the Files API. What answers is believed only as far as its shape is checked. */
export function uploadMethods(client: RestClient): UploadMethods {
  const { call } = client
  const post = poster(client)
  return {
    async createUpload(request, ctx) {
      const data: CreateUploadBody = request
      return parseTicket((await post<CreateUploadAnswer>('/uploads', data, ctx)).ticket)
    },
    async renewTicket(ref, ctx) {
      return parseTicket((await post<CreateUploadAnswer>(`${path(ref)}/renew`, {}, ctx)).ticket)
    },
    async signParts(ref, parts, ctx) {
      const data: SignPartsBody = { parts }
      const answer = await post<SignPartsAnswer>(`${path(ref)}/parts`, data, ctx)
      return readList(answer.parts, parseSignedPart)
    },
    async listParts(ref, { signal }) {
      const found: UploadedPart[] = []
      for (let from: number | null = 1; from !== null;) {
        const params = new URLSearchParams({ from: String(from) })
        const url = `${path(ref)}/parts`
        const answer = (await call({ method: 'GET', url, params, signal })) as ListPartsAnswer
        found.push(...readList(answer.parts, parseUploadedPart))
        // A number that does not grow would be asked for ever.
        from = (answer.nextPartNumber ?? 0) > from ? answer.nextPartNumber : null
      }
      return found
    },
    async finalizeUpload(upload, ctx) {
      return parseStoredFile(await post(`${path(upload.ref)}/finalize`, finalizeBody(upload), ctx))
    },
    async lookupUpload({ clientId }, { signal }) {
      // By the caller's own id, which a create without an answer has too, and no other upload.
      const params = new URLSearchParams({ clientId })
      const answer = await call({ method: 'GET', url: '/uploads', params, signal })
      const { state, file } = answer as LookupUploadAnswer
      return { state, file: file === null ? null : parseStoredFile(file) }
    },
    async abandonUpload(ref, reason, ctx) {
      const { clientId } = ref
      if (ref.fileId === null) {
        // A create that was not answered: only the batch route finds an upload by its clientId.
        await post('/uploads/abandon', { uploads: [{ clientId }], reason }, ctx)
        return
      }
      const data: AbandonUploadBody = { clientId, reason }
      await post(`${path(ref)}/abandon`, data, ctx)
    },
  }
}

function path({ fileId }: UploadRef): string {
  return `/uploads/${encodeURIComponent(fileId ?? '')}`
}
