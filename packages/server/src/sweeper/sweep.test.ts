import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  createTicket,
  putBytes,
  readFile,
  startTestBackend,
  startTestStore,
  uploadText,
  type TestBackend,
  type Ticket,
} from '../../testing/test-backend.js'
import { associations, files } from '../database/schema.js'
import type { ObjectStore } from '../store/object-store.js'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

let backend: TestBackend
let lateMs = 0

beforeAll(async () => {
  backend = await startTestBackend({ leastPartSize: 5, now: () => Date.now() + lateMs })
}, 60_000)
beforeEach(async () => {
  lateMs = 0
  // What other tests left: each begins with nothing to do.
  await backend.db.delete(files)
})
afterAll(() => backend.close())

const nothing = { finalized: 0, expired: 0, draftsDeleted: 0, objectsDeleted: 0, failed: 0 }

const statusOf = async ({ fileId }: Pick<Ticket, 'fileId'>) => {
  const answer = await backend.get(`/files/${fileId}`)
  return answer.status === 200 ? (await readFile(answer)).status : answer.status
}

async function putParts(ticket: Ticket, parts: readonly string[]) {
  const wanted = parts.map((part, index) => ({ partNumber: index + 1, size: part.length }))
  const answer = await backend.post(`/uploads/${ticket.fileId}/parts`, { parts: wanted })
  const signed = (await answer.json()) as {
    parts: { url: string; headers: Record<string, string> }[]
  }
  for (const [index, part] of signed.parts.entries()) {
    expect((await putBytes(part, parts[index] ?? '')).status).toBe(200)
  }
}

test('what has all its bytes is finalised for its client, after a while', async () => {
  const whole = await createTicket(backend)
  await putBytes(whole, 'hello')
  const parts = await createTicket(backend, { size: 12, preferredKinds: ['multipart'] })
  await putParts(parts, ['hello', ' worl', 'd!'])
  const partial = await createTicket(backend, { size: 12, preferredKinds: ['multipart'] })
  await putParts(partial, ['hello'])
  const empty = await createTicket(backend)

  lateMs = 14 * minuteMs
  expect(await backend.sweep()).toEqual(nothing)
  lateMs = 16 * minuteMs
  expect(await backend.sweep()).toEqual({ ...nothing, finalized: 2 })
  expect(await Promise.all([whole, parts, partial, empty].map(statusOf))).toEqual([
    'ready',
    'ready',
    'upload_pending',
    'upload_pending',
  ])
  const { url } = await readFile(await backend.get(`/files/${parts.fileId}`))
  expect(await (await fetch(url ?? '')).text()).toBe('hello world!')
  expect(await backend.sweep()).toEqual(nothing)
  // The client that comes late finds what it would have made.
  const { fileId, clientId } = whole
  const late = await backend.post(`/uploads/${fileId}/finalize`, { clientId })
  expect(await readFile(late)).toMatchObject({ id: fileId, status: 'ready' })
})

test('what is not what was declared is not finalised', async () => {
  const picture = await createTicket(backend, { contentType: 'image/png' })
  await putBytes(picture, 'hello')
  lateMs = 16 * minuteMs
  expect(await backend.sweep()).toEqual(nothing)
  expect(await statusOf(picture)).toBe('upload_pending')
})

test('an upload that nobody asked about for a day is gone, with all its parts', async () => {
  const before = await backend.listBytes()
  const parts = await createTicket(backend, { size: 12, preferredKinds: ['multipart'] })
  await putParts(parts, ['hello', ' worl'])
  const empty = await createTicket(backend)
  lateMs = dayMs + minuteMs
  expect(await backend.sweep()).toEqual({ ...nothing, expired: 2, objectsDeleted: 2 })
  expect(await Promise.all([parts, empty].map(statusOf))).toEqual([404, 404])
  expect(await backend.listBytes()).toEqual(before)
  expect((await putBytes(empty, 'hello')).status).toBeGreaterThanOrEqual(400)
  const { fileId, clientId } = parts
  const late = await backend.post(`/uploads/${fileId}/finalize`, { clientId })
  expect(late.status).toBe(409)
  expect(await backend.sweep()).toEqual(nothing)
})

test('an upload that takes days is kept as long as its client asks for more', async () => {
  const parts = await createTicket(backend, { size: 12, preferredKinds: ['multipart'] })
  for (const day of [0.9, 1.8, 2.7]) {
    lateMs = day * dayMs
    await putParts(parts, ['hello'])
    expect(await backend.sweep()).toEqual(nothing)
  }
  expect(await statusOf(parts)).toBe('upload_pending')
})

test('a draft that belongs to nothing is deleted after a day', async () => {
  const before = await backend.listBytes()
  const draft = await uploadText(backend, { isDraft: true })
  const kept = await uploadText(backend, { isDraft: true })
  const file = await uploadText(backend)
  await backend.db.insert(associations).values({
    fileId: kept.id,
    entityName: 'invoice',
    entityReference: '1',
    createdAt: new Date(),
  })
  lateMs = dayMs - minuteMs
  expect(await backend.sweep()).toEqual(nothing)
  lateMs = dayMs + minuteMs
  expect(await backend.sweep()).toEqual({ ...nothing, draftsDeleted: 1, objectsDeleted: 1 })
  const ids = [draft, kept, file].map(({ id }) => ({ fileId: id }))
  expect(await Promise.all(ids.map(statusOf))).toEqual([404, 'ready', 'ready'])
  expect(await backend.listBytes()).toHaveLength(before.length + 2)
})

test('more rows than a batch, and sweeps at once, are each done once', async () => {
  const tickets = await Promise.all(Array.from({ length: 120 }, () => createTicket(backend)))
  await Promise.all(tickets.map((ticket) => putBytes(ticket, 'hello')))
  lateMs = 16 * minuteMs
  const [first, second] = await Promise.all([backend.sweep(), backend.sweep()])
  expect(first).toEqual({ ...nothing, finalized: 120 })
  expect(second).toBe(first)
})

test('one row that fails stops no other, and is done by the next sweep; the log names nobody (S47)', async () => {
  const disk = await startTestStore()
  let broken = ''
  const store: ObjectStore = {
    ...disk.store,
    delete: async (key) => {
      if (key === broken) throw new Error(`cannot delete ${key}`)
      await disk.store.delete(key)
    },
  }
  const own = await startTestBackend({ store, now: () => Date.now() + lateMs })
  const tickets = [1, 2, 3].map(() => createTicket(own, { name: 'private-name.txt' }))
  const [first] = await Promise.all(tickets)
  const fileId = first?.fileId ?? ''
  const [row] = await own.db.select().from(files).where(eq(files.id, fileId))
  broken = row?.objectKey ?? ''
  lateMs = dayMs + minuteMs
  expect(await own.sweep()).toEqual({ ...nothing, expired: 3, objectsDeleted: 2, failed: 1 })
  const log = own.lines.join('\n')
  expect(log).toContain(`"event":"sweep-failed","fileId":"${fileId}"`)
  for (const secret of ['private-name', broken]) expect(log).not.toContain(secret)
  broken = ''
  expect(await own.sweep()).toEqual({ ...nothing, objectsDeleted: 1 })
  await own.close()
  await disk.close()
}, 60_000)
