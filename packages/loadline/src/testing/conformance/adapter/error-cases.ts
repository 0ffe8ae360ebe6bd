import type { CallContext, UploadTicket } from '../../../core/index.js'
import { check, checkEqual, checkRejects } from '../check.js'
import type { AdapterCase } from './adapter-case.js'

const needs = ['createUpload', 'finalizeUpload'] as const
const aborted: CallContext = { signal: AbortSignal.abort() }

function urlsOf(ticket: UploadTicket): readonly string[] {
  return ticket.kind === 'multipart' ? (ticket.parts ?? []).map(({ url }) => url) : [ticket.url]
}

export const errorCases: readonly AdapterCase[] = [
  {
    name: 'stops a list that nobody waits for any more',
    needs: ['listFiles'],
    async run(kit) {
      await checkRejects(kit.call('listFiles')({ limit: 1 }, aborted), ['cancelled'], 'a list')
    },
  },
  {
    name: 'stops a create that nobody waits for any more',
    needs,
    async run(kit) {
      const { file } = await kit.create()
      const created = kit.call('createUpload')(kit.request(file), aborted)
      await checkRejects(created, ['cancelled'], 'a create')
    },
  },
  {
    name: 'refuses to finalise an upload that is not there',
    needs,
    async run(kit) {
      const { ref, request } = await kit.store(await kit.create())
      const clientId = crypto.randomUUID()
      const foreign = { ref: { ...ref, clientId }, request: { ...request, clientId }, etag: null }
      const finalized = kit.call('finalizeUpload')(foreign, kit.context)
      await checkRejects(finalized, ['not-found', 'forbidden', 'conflict'], 'a foreign upload')
    },
  },
  {
    name: 'says in an error nothing of a signed URL',
    needs,
    async run(kit) {
      const { ref, request, ticket } = await kit.create()
      const finalized = kit.call('finalizeUpload')({ ref, request, etag: null }, kit.context)
      const error = await checkRejects(finalized, [], 'finalise without bytes')
      const text = JSON.stringify([error, error.message, error.details, error.cause])
      for (const url of urlsOf(ticket)) {
        const { search } = new URL(url)
        check(!text.includes(url) && (search === '' || !text.includes(search)), 'it tells the URL')
      }
    },
  },
  {
    name: 'has a cache key, and features of a sound kind',
    needs: [],
    run({ features, adapter }) {
      check(adapter.name !== '' && features.cacheKey !== '', 'name or cacheKey is empty')
      check(features.maxFilesPerBatch >= 1 && features.maxPageSize >= 1, 'a limit is under 1')
      for (const origin of features.apiOrigins) {
        checkEqual(URL.canParse(origin) && new URL(origin).origin, origin, 'an API origin')
      }
      const hasList = adapter.listFiles !== undefined
      check(hasList || features.filters.length === 0, 'there are filters, and no list')
      const strays = features.requiredUploadFields.filter(
        (field) => !features.uploadFields.includes(field),
      )
      checkEqual(strays, [], 'required upload fields that are no upload fields')
      return Promise.resolve()
    },
  },
]
