import { check, checkEqual, checkRejects } from '../check.js'
import type { AdapterCase } from './adapter-case.js'

const needs = ['createUpload', 'finalizeUpload'] as const

const finalizing: readonly AdapterCase[] = [
  ...[0, 1, 1_024, 70_000].map((size): AdapterCase => ({
    name: `stores a file of ${size} bytes as it is`,
    needs,
    async run(kit) {
      const created = await kit.create({ size })
      const stored = await kit.call('finalizeUpload')(await kit.store(created), kit.context)
      check(stored.size === null || stored.size === size, `its size is ${stored.size}`)
      await kit.checkBytes(stored, created.file)
    },
  })),
  ...['naïve räksmörgås 🦞.txt', 'ملف צבוע Ж.txt', `${'x'.repeat(120)}.txt`].map(
    (name): AdapterCase => ({
      name: `keeps the name "${name.slice(0, 24)}"`,
      needs,
      async run(kit) {
        checkEqual((await kit.upload({ name })).name, name, 'the name')
      },
    }),
  ),
  {
    name: 'tells of a finalised file what was said of it',
    needs,
    async run(kit) {
      const created = await kit.create({ type: 'text/plain' })
      const stored = await kit.call('finalizeUpload')(await kit.store(created), kit.context)
      checkEqual(stored.contentType, 'text/plain', 'the content type')
      const isOwn = stored.clientId === null || stored.clientId === created.request.clientId
      check(isOwn, `its clientId is of another upload: ${stored.clientId}`)
      const isFine = ['ready', 'processing', 'unknown'].includes(stored.status)
      check(isFine, `its status is "${stored.status}"`)
    },
  },
  {
    name: 'finalises twice, and makes one file',
    needs,
    async run(kit) {
      const stored = await kit.store(await kit.create())
      const finalize = kit.call('finalizeUpload')
      const first = await finalize(stored, kit.context)
      const second = await finalize(stored, kit.context)
      checkEqual(second.id, first.id, 'the id of the second answer')
      if (kit.adapter.listFiles === undefined) return
      const made = (await kit.list()).filter(({ clientId }) => clientId === stored.ref.clientId)
      check(made.length <= 1, `it made ${made.length} files`)
    },
    lacking: {
      when: ({ finalizeIsIdempotent }) => !finalizeIsIdempotent,
      async run(kit) {
        const stored = await kit.store(await kit.create())
        const first = await kit.call('finalizeUpload')(stored, kit.context)
        await kit.checkBytes(first, (await kit.create()).file)
      },
    },
  },
  {
    name: 'finalises once when asked twice at the same time',
    needs,
    async run(kit) {
      const stored = await kit.store(await kit.create())
      const finalize = kit.call('finalizeUpload')
      const both = await Promise.all([finalize(stored, kit.context), finalize(stored, kit.context)])
      checkEqual(both[1].id, both[0].id, 'the id of the second answer')
    },
    lacking: {
      when: ({ finalizeIsIdempotent }) => !finalizeIsIdempotent,
      run: async (kit) => void (await kit.upload()),
    },
  },
  {
    name: 'does not finalise without the bytes',
    needs,
    async run(kit) {
      const { ref, request } = await kit.create({ size: 10 })
      const stored = { ref, request, etag: null }
      const finalize = kit.call('finalizeUpload')
      await checkRejects(finalize(stored, kit.context), [], 'finalise without bytes')
      check(
        (await kit.isThere(ref.fileId ?? '')) !== true,
        'the file is listed as if it were whole',
      )
    },
  },
]

const creating: readonly AdapterCase[] = [
  {
    name: 'gives a ticket of a kind that it declares, for the upload that was asked',
    needs,
    async run(kit) {
      const { ticket, request } = await kit.create()
      checkEqual(ticket.clientId, request.clientId, 'the clientId')
      const isDeclared = kit.features.ticketKinds.includes(ticket.kind)
      check(isDeclared, `ticketKinds does not have "${ticket.kind}"`)
      if (ticket.expiresAt === null) return
      const life = Date.parse(ticket.expiresAt) - Date.parse(ticket.serverTime ?? '')
      check(life > 0, 'expiresAt is not after serverTime, or serverTime is missing')
    },
  },
  {
    name: 'keeps the secrets of a ticket out of its ref',
    needs,
    async run(kit) {
      const { ticket, ref } = await kit.create()
      const urls = ticket.kind === 'multipart' ? ticket.parts?.map(({ url }) => url) : [ticket.url]
      const kept = JSON.stringify(ref)
      for (const url of urls ?? []) check(!kept.includes(url), 'the ref holds the signed URL')
    },
  },
  {
    name: 'answers a repeated create with the same upload',
    needs,
    async run(kit) {
      const { request, ref } = await kit.create()
      const again = await kit.call('createUpload')(request, kit.context)
      checkEqual(again.fileId, ref.fileId, 'the file of the second ticket')
    },
    lacking: {
      when: ({ createIsIdempotent }) => !createIsIdempotent,
      run: async (kit) => void (await kit.create()),
    },
  },
  {
    name: 'refuses a clientId that comes back with another body',
    needs,
    async run(kit) {
      const { request } = await kit.create()
      const other = { ...request, name: 'other.txt', size: request.size + 1 }
      await checkRejects(
        kit.call('createUpload')(other, kit.context),
        ['conflict'],
        'another body under the same clientId',
      )
    },
    lacking: {
      when: ({ createIsIdempotent }) => !createIsIdempotent,
      run: async (kit) => void (await kit.create()),
    },
  },
  {
    name: 'renews a ticket for the same file',
    needs: [...needs, 'renewTicket'],
    async run(kit) {
      const created = await kit.create()
      const ticket = await kit.call('renewTicket')(created.ref, kit.context)
      checkEqual(ticket.fileId, created.ref.fileId, 'the file of the renewed ticket')
      checkEqual(ticket.clientId, created.ref.clientId, 'the clientId of the renewed ticket')
      const stored = await kit.store({ ...created, ticket })
      const file = await kit.call('finalizeUpload')(stored, kit.context)
      await kit.checkBytes(file, created.file)
    },
  },
]

const fields: readonly AdapterCase[] = [
  {
    name: 'keeps the metadata of an upload',
    needs,
    async run(kit) {
      const metadata = { page: 3, tags: ['a', 'b'], deep: { isTrue: true } }
      const stored = await kit.upload({ request: { metadata } })
      for (const [key, value] of Object.entries(metadata)) {
        checkEqual(stored.metadata[key], value, `metadata.${key}`)
      }
    },
    lacking: {
      when: ({ uploadFields }) => !uploadFields.includes('metadata'),
      run: async (kit) => void (await kit.upload()),
    },
  },
  {
    name: 'keeps the visibility of an upload',
    needs,
    async run(kit) {
      for (const visibility of ['public', 'private'] as const) {
        const stored = await kit.upload({ request: { visibility } })
        checkEqual(stored.visibility, visibility, 'the visibility')
      }
    },
    lacking: {
      when: ({ uploadFields }) => !uploadFields.includes('visibility'),
      run: async (kit) => void (await kit.upload()),
    },
  },
  {
    name: 'keeps the associations of an upload',
    needs,
    async run(kit) {
      const association = { entityName: 'invoice', entityReference: '7' }
      const { associations } = await kit.upload({ request: { associations: [association] } })
      const { id, ...kept } = associations?.[0] ?? { id: '' }
      checkEqual(kept, association, 'the association')
      check(id !== '', 'the association has no id')
    },
    lacking: {
      when: ({ uploadFields }) => !uploadFields.includes('associations'),
      run: async (kit) => void (await kit.upload()),
    },
  },
]

export const uploadCases: readonly AdapterCase[] = [...creating, ...finalizing, ...fields]
