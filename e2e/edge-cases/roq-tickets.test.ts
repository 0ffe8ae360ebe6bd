import { builtInTransports, UploadError, type StoredFile, type UploadTicket } from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { sendWith } from 'loadline/testing/vitest'
import { describe, expect } from 'vitest'
import { edgeCase } from './edge-case.js'
import { withFinalized, withTickets } from './roq-faults.js'
import {
  context,
  requestOf,
  roqSetting,
  timesAsked,
  upload,
  type RoqSetting,
} from './roq-setting.js'
import { savedName } from './save-in-page.js'

const file = () => makeFile({ name: 'file.txt', type: 'text/plain', size: 10 })
const statusesOf = ({ roq }: RoqSetting) => roq.createdIds.map((id) => roq.file(id)?.status)

describe('what is decided once', () => {
  const keyIn = ({ url }: StoredFile) => new URL(url ?? '').pathname.split('/').at(-1) ?? ''
  const nameFile = (name: string) => name.replace('sea', 'sea (1)')
  edgeCase(
    12,
    {
      real: () => roqSetting({ nameFile }),
      wrong: {
        'the name is read from the address': () =>
          roqSetting({
            nameFile,
            wrap: withFinalized((stored) => ({ ...stored, name: keyIn(stored) })),
          }),
        'the name that was sent is kept': () =>
          roqSetting({ nameFile, wrap: withFinalized((stored, name) => ({ ...stored, name })) }),
        'it is saved under the key': () =>
          roqSetting({
            nameFile,
            wrap: ({ getFile }) => ({
              getFile: async (...args) => {
                const stored = await getFile(...args)
                return { ...stored, name: keyIn(stored) }
              },
            }),
          }),
      },
    },
    async (setting) => {
      const task = await upload(setting, makeFile({ name: 'sea.mp4', type: 'video/mp4', size: 5 }))
      expect(task).toMatchObject({ status: 'ready', file: { name: 'sea (1).mp4' } })
      const [id = ''] = setting.roq.createdIds
      const stored = await setting.adapter.getFile(id, context)
      expect(keyIn(stored)).not.toBe('sea (1).mp4')
      expect(await savedName(setting.adapter, stored)).toBe('sea (1).mp4')
    },
  )

  edgeCase(
    13,
    {
      real: () => roqSetting(),
      wrong: {
        'an unknown type is sent empty': () =>
          roqSetting({
            wrap: ({ createUpload }) => ({
              createUpload: (request, ctx) => {
                const isKnown = request.contentType !== 'application/octet-stream'
                return createUpload(isKnown ? request : { ...request, contentType: '' }, ctx)
              },
            }),
          }),
        'what was signed is written otherwise': () =>
          roqSetting({
            wrap: withTickets((ticket) => ({
              ...ticket,
              fields: ticket.fields.map(([name, value]) =>
                name === 'Content-Type' ? [name, value.toLowerCase()] : [name, value],
              ),
            })),
          }),
      },
    },
    async (setting) => {
      const { roq, adapter } = setting
      for (const [name, type] of [
        ['notes.md', 'text/markdown'],
        ['data.odd', 'application/octet-stream'],
      ] as const) {
        const task = await upload(setting, makeFile({ name, type: '', size: 5 }))
        const id = task.status === 'ready' ? task.file.id : ''
        expect(roq.file(id)?.contentType).toBe(type)
      }
      const contentType = 'Text/Plain; Charset=UTF-8'
      const ticket = await adapter.createUpload(requestOf({ contentType }), context)
      const sent = await sendWith(builtInTransports(adapter))(ticket, file())
      expect(sent.status).toBe(204)
    },
  )

  const categories = [
    { key: 'USER_FILES', maxSize: 10 },
    { key: 'ANY_SIZE', maxSize: null },
  ]
  edgeCase(
    14,
    {
      real: () => roqSetting({ categories }),
      wrong: {
        'the limit itself is too much': () =>
          roqSetting({
            categories,
            wrap: ({ createUpload }) => ({
              createUpload: (request, ctx) => {
                if (request.size >= 10) throw new UploadError('too-large')
                return createUpload(request, ctx)
              },
            }),
          }),
        'the storage has to refuse': () =>
          roqSetting({
            categories,
            wrap: ({ createUpload }) => ({
              createUpload: (request, ctx) => createUpload({ ...request, size: 1 }, ctx),
            }),
          }),
        'a limit that is not told is none at all': () =>
          roqSetting({
            categories,
            wrap: withTickets((ticket) => ({ ...ticket, maxSize: ticket.maxSize ?? 0 })),
          }),
      },
    },
    async (setting) => {
      const { roq, adapter } = setting
      const sized = (size: number) => makeFile({ name: `${size}.txt`, type: 'text/plain', size })
      await expect(upload(setting, sized(10))).resolves.toMatchObject({ status: 'ready' })
      await expect(upload(setting, sized(11))).resolves.toMatchObject({
        status: 'failed',
        error: { code: 'too-large', details: { maxSize: 10 } },
      })
      expect([timesAsked(roq, 'createFileUpload'), roq.posts.length]).toEqual([1, 1])
      const request = requestOf({ category: 'ANY_SIZE', size: 30_000_000 })
      await expect(adapter.createUpload(request, context)).resolves.toMatchObject({ maxSize: null })
    },
  )

  const expired = {
    status: 403,
    code: 'AccessDenied',
    message: 'Invalid according to Policy: Policy expired.',
  }
  edgeCase(
    15,
    {
      real: () => roqSetting({ uploadTtl: 900 }),
      wrong: {
        'the old form is posted again': () =>
          roqSetting({
            uploadTtl: 900,
            wrap: ({ createUpload }) => {
              let first: Promise<UploadTicket> | null = null
              return { createUpload: (...args) => (first ??= createUpload(...args)) }
            },
          }),
        'the old row stays': () =>
          roqSetting({
            uploadTtl: 900,
            wrap: ({ createUpload }) => ({
              createUpload: async (request, ctx) => {
                const clientId = crypto.randomUUID()
                const ticket = await createUpload({ ...request, clientId }, ctx)
                return { ...ticket, clientId: request.clientId, state: request.clientId }
              },
            }),
          }),
        'nobody says how long it lives': () =>
          roqSetting({
            uploadTtl: 900,
            wrap: withTickets((ticket) => ({ ...ticket, expiresAt: null })),
          }),
      },
    },
    async (setting) => {
      const { roq, adapter } = setting
      roq.failNextPost(expired)
      await expect(upload(setting, file())).resolves.toMatchObject({ status: 'ready' })
      expect(statusesOf(setting)).toEqual(['cancelled', 'ready'])
      expect([timesAsked(roq, 'createFileUpload'), roq.posts.length]).toEqual([2, 2])
      const forms = roq.posts.map(({ fields }) => new Map(fields))
      expect(new Set(forms.map((fields) => fields.get('key'))).size).toBe(2)
      expect(new Set(forms.map((fields) => fields.get('X-Amz-Signature'))).size).toBe(2)
      const { expiresAt, serverTime } = await adapter.createUpload(requestOf(), context)
      expect(Date.parse(expiresAt ?? '') - Date.parse(serverTime ?? '')).toBe(900_000)
    },
  )
})
