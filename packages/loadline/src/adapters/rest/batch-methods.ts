import {
  parseStoredFile,
  parseTicket,
  type BatchResult,
  type OptionalMethods,
} from '../../core/index.js'
import type {
  AbandonUploadsAnswer,
  AbandonUploadsBody,
  CreateUploadsAnswer,
  CreateUploadsBody,
  FinalizeUploadsAnswer,
  FinalizeUploadsBody,
  Problem,
} from '../../protocol/index.js'
import type { ApiClient } from '../http/api-client.js'
import { problemToError } from '../http/api-error.js'
import { finalizeBody } from './finalize-body.js'
import { poster } from '../http/poster.js'
import { readList } from './read-list.js'

type BatchMethods = Required<
  Pick<OptionalMethods, 'createUploads' | 'finalizeUploads' | 'abandonUploads'>
>

/** The batch routes of the Files API: one call, a result for each, in order. */
export function batchMethods(client: ApiClient): BatchMethods {
  const post = poster(client)
  return {
    async createUploads(requests, ctx) {
      const data: CreateUploadsBody = { uploads: requests }
      const { results } = await post<CreateUploadsAnswer>('/uploads/batch', data, ctx)
      return readBatch(results, (result) => parseTicket(result.ticket))
    },
    async finalizeUploads(uploads, ctx) {
      const data: FinalizeUploadsBody = {
        uploads: uploads.map((one) => ({ ...finalizeBody(one), fileId: one.ref.fileId ?? '' })),
      }
      const { results } = await post<FinalizeUploadsAnswer>('/uploads/finalize', data, ctx)
      return readBatch(results, (result) => parseStoredFile(result.file))
    },
    async abandonUploads(refs, reason, ctx) {
      const uploads = refs.map(({ clientId, fileId }) => ({ clientId, fileId }))
      const data: AbandonUploadsBody = { uploads, reason }
      const { results } = await post<AbandonUploadsAnswer>('/uploads/abandon', data, ctx)
      return readBatch(results, () => undefined)
    },
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
