import {
  parseSignedPart,
  parseStoredFile,
  parseTicket,
  parseUploadedPart,
  type BatchResult,
  type CallContext,
  type OptionalMethods,
  type StoredUpload,
  type UploadedPart,
  type UploadRef,
} from '../../core/index.js'
import type {
  AbandonUploadBody,
  AbandonUploadsAnswer,
  AbandonUploadsBody,
  CreateUploadAnswer,
  CreateUploadBody,
  CreateUploadsAnswer,
  CreateUploadsBody,
  FinalizeUploadBody,
  FinalizeUploadsAnswer,
  FinalizeUploadsBody,
  ListPartsAnswer,
  LookupUploadAnswer,
  Problem,
  SignPartsAnswer,
  SignPartsBody,
} from '../../protocol/index.js'
import { problemToError, type RestClient } from './rest-client.js'

type UploadMethods = Required<
  Pick<
    OptionalMethods,
    | 'createUpload'
    | 'createUploads'
    | 'renewTicket'
    | 'signParts'
    | 'listParts'
    | 'finalizeUpload'
    | 'finalizeUploads'
    | 'lookupUpload'
    | 'abandonUpload'
    | 'abandonUploads'
  >
>

/** The upload routes of the Files API. What answers is believed only as far as its shape is checked. */
export function uploadMethods({ call }: RestClient): UploadMethods {
  const post = <T>(url: string, data: unknown, ctx: CallContext): Promise<Partial<T>> =>
    call({ method: 'POST', url, data, signal: ctx.signal, headers: fence(ctx) }) as Promise<
      Partial<T>
    >
  return {
    async createUpload(request, ctx) {
      const data: CreateUploadBody = request
      return parseTicket((await post<CreateUploadAnswer>('/uploads', data, ctx)).ticket)
    },
    async createUploads(requests, ctx) {
      const data: CreateUploadsBody = { uploads: requests }
      const { results } = await post<CreateUploadsAnswer>('/uploads/batch', data, ctx)
      return readBatch(results, (result) => parseTicket(result.ticket))
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
    async finalizeUploads(uploads, ctx) {
      const data: FinalizeUploadsBody = {
        uploads: uploads.map((one) => ({ ...finalizeBody(one), fileId: one.ref.fileId ?? '' })),
      }
      const { results } = await post<FinalizeUploadsAnswer>('/uploads/finalize', data, ctx)
      return readBatch(results, (result) => parseStoredFile(result.file))
    },
    async lookupUpload(ref, { signal }) {
      const params = ref.fileId === null ? new URLSearchParams({ clientId: ref.clientId }) : null
      const url = params === null ? path(ref) : '/uploads'
      const answer = await call({ method: 'GET', url, signal, ...(params && { params }) })
      const { state, file } = answer as LookupUploadAnswer
      return { state, file: file === null ? null : parseStoredFile(file) }
    },
    async abandonUpload(ref, reason, ctx) {
      const data: AbandonUploadBody = { clientId: ref.clientId, reason }
      await post(`${path(ref)}/abandon`, data, ctx)
    },
    async abandonUploads(refs, reason, ctx) {
      const uploads = refs.map(({ clientId, fileId }) => ({ clientId, fileId }))
      const data: AbandonUploadsBody = { uploads, reason }
      const { results } = await post<AbandonUploadsAnswer>('/uploads/abandon', data, ctx)
      return readBatch(results, () => undefined)
    },
  }
}

function path({ fileId }: UploadRef): string {
  return `/uploads/${encodeURIComponent(fileId ?? '')}`
}

function fence({ fence: number }: CallContext): Record<string, string> {
  return number === undefined ? {} : { 'upload-fence': String(number) }
}

/** Parts are the store's own: the backend lists them, and what a browser says of them is only compared. */
function finalizeBody({ ref, request, etag, parts }: StoredUpload): FinalizeUploadBody {
  return {
    clientId: ref.clientId,
    etag,
    checksum: request.checksum?.value ?? null,
    ...(parts === undefined ? {} : { parts }),
  }
}

/** Each result by itself: one that does not fit spoils no other. The number of them is the caller's to check. */
function readBatch<R extends object, T>(
  results: readonly (R | { readonly error: Problem })[] | undefined,
  read: (result: R) => T,
): readonly BatchResult<T>[] {
  return readList(results, (result): BatchResult<T> => {
    if ('error' in result) return { ok: false, error: problemToError(result.error) }
    try {
      return { ok: true, value: read(result) }
    } catch (thrown) {
      return { ok: false, error: problemToError(thrown) }
    }
  })
}

function readList<I, O>(list: readonly I[] | undefined, read: (item: I) => O): readonly O[] {
  return Array.isArray(list) ? (list as readonly I[]).map((item) => read(item)) : []
}
