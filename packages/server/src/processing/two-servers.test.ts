import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import type { GetFileAnswer } from 'loadline/protocol'
import {
  putBytes,
  startTestStore,
  until,
  uploadBody,
  type Ticket,
} from '../../testing/test-backend.js'
import { openTestDatabase } from '../../testing/test-database.js'
import { makePicture } from '../../testing/test-pictures.js'
import { files } from '../database/schema.js'
import { serveDatabase } from '../serve-database.js'
import type { Server } from '../server.js'
import type { ObjectStore } from '../store/object-store.js'
import type { ProcessFile, ProcessResult } from './process-file.js'

type Database = Awaited<ReturnType<typeof openTestDatabase>>

let disk: Awaited<ReturnType<typeof startTestStore>>
let database: Database
const servers: Server[] = []

beforeAll(async () => {
  disk = await startTestStore()
  database = await openTestDatabase()
}, 60_000)
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})
afterAll(async () => {
  await database.close()
  await disk.close()
})

/** One more on the same rows and bytes, as after a restart, or beside the first. */
async function serve(
  process: ProcessFile,
  now = Date.now,
  store: ObjectStore = disk.store,
): Promise<Server> {
  const shared = { ...database, close: () => Promise.resolve() }
  const identify = () => ({ id: 'anna', name: null })
  const server = await serveDatabase(shared, { store, identify, process, now })
  servers.push(server)
  return server
}

const call = async (server: Server, path: string, body?: unknown) => {
  const init = { method: 'POST', body: JSON.stringify(body) }
  const headers = { 'content-type': 'application/json' }
  return server.fetch(
    new Request(`http://api.test/api${path}`, { headers, ...(body === undefined ? {} : init) }),
  )
}

async function upload(
  server: Server,
  bytes = new TextEncoder().encode('hello'),
  contentType = 'text/plain',
): Promise<string> {
  const body = uploadBody({ contentType, size: bytes.length })
  const created = await call(server, '/uploads', body)
  const { ticket } = (await created.json()) as { ticket: Ticket }
  await putBytes(ticket, bytes)
  const { fileId, clientId } = ticket
  expect((await call(server, `/uploads/${fileId}/finalize`, { clientId })).status).toBe(200)
  return fileId
}

const statusOf = async (server: Server, id: string) =>
  ((await (await call(server, `/files/${id}`)).json()) as GetFileAnswer).status

const ready: ProcessFile = async () => ({ status: 'ready' })
const tenMinutesLater = () => Date.now() + 10 * 60_000

/** A hook that answers when it is told to. */
function heldHook() {
  let answer: (result: ProcessResult) => void = () => undefined
  const promise = new Promise<ProcessResult>((resolve) => {
    answer = resolve
  })
  let calls = 0
  const process: ProcessFile = () => {
    calls += 1
    return promise
  }
  return { process, answer, calls: () => calls }
}

test('the result of an attempt that was taken for lost does not overwrite the later one', async () => {
  const held = heldHook()
  const slow = await serve(held.process)
  const id = await upload(slow)
  await until(() => held.calls() === 1)
  const other = await serve(ready, tenMinutesLater)
  await other.sweep()
  expect(await statusOf(other, id)).toBe('ready')
  held.answer({ status: 'error', reason: 'late' })
  await slow.sweep()
  expect(await statusOf(slow, id)).toBe('ready')
})

test('nor does it while the later one still runs', async () => {
  const early = heldHook()
  const late = heldHook()
  const slow = await serve(early.process)
  const id = await upload(slow)
  await until(() => early.calls() === 1)
  const other = await serve(late.process, tenMinutesLater)
  const swept = other.sweep()
  await until(() => late.calls() === 1)
  early.answer({ status: 'error', reason: 'late' })
  await slow.sweep()
  expect(await statusOf(slow, id)).toBe('processing')
  late.answer({ status: 'ready' })
  await swept
  expect(await statusOf(slow, id)).toBe('ready')
})

test('a thumbnail that comes after its file was deleted goes too, whatever the store remembers', async () => {
  const held = heldHook()
  const calls: string[] = []
  const server = await serve(held.process, Date.now, {
    ...disk.store,
    write: async (key) => void calls.push(`write ${key}`),
    delete: async (key) => {
      calls.push(`delete ${key}`)
      await disk.store.delete(key)
    },
  })
  const id = await upload(server, await makePicture(), 'image/png')
  await until(() => held.calls() === 1)
  const [row] = await database.db.select().from(files).where(eq(files.id, id))
  // As when all that there was by then has been deleted.
  const gone = { deletedAt: new Date(), objectDeletedAt: new Date() }
  await database.db.update(files).set(gone).where(eq(files.id, id))
  held.answer({ status: 'ready' })
  await server.sweep()
  const ofThumbnail = calls.filter((line) => line.endsWith(row?.thumbnailKey ?? 'none'))
  expect(ofThumbnail.map((line) => line.split(' ')[0])).toEqual(['write', 'delete'])
})

test('a status that somebody set meanwhile stays', async () => {
  const held = heldHook()
  const server = await serve(held.process)
  const id = await upload(server)
  await until(() => held.calls() === 1)
  await database.db.update(files).set({ status: 'error' }).where(eq(files.id, id))
  held.answer({ status: 'ready' })
  await server.sweep()
  expect(await statusOf(server, id)).toBe('error')
})

test('a new name meanwhile undoes nothing', async () => {
  const held = heldHook()
  const server = await serve(held.process)
  const id = await upload(server)
  await until(() => held.calls() === 1)
  await database.db.update(files).set({ name: 'b.txt' }).where(eq(files.id, id))
  held.answer({ status: 'ready' })
  await server.sweep()
  expect(await statusOf(server, id)).toBe('ready')
})

test('what a server was at when it closed is taken up by the next at once', async () => {
  const held = heldHook()
  const first = await serve(held.process)
  const id = await upload(first)
  await until(() => held.calls() === 1)
  await first.close()
  const next = await serve(ready)
  await next.sweep()
  expect(await statusOf(next, id)).toBe('ready')
})

test('a file whose attempts all ended with their process becomes an error', async () => {
  const held = heldHook()
  let lateMs = 0
  let id = ''
  for (let crash = 0; crash < 3; crash++) {
    const now = () => Date.now() + lateMs
    const server = await serve(held.process, now)
    // Not waited for: a process that dies waits for nothing either.
    if (crash === 0) id = await upload(server)
    else void server.sweep()
    await until(() => held.calls() === crash + 1)
    lateMs += 10 * 60_000
  }
  const last = await serve(ready, () => Date.now() + lateMs)
  await last.sweep()
  const [row] = await database.db.select().from(files).where(eq(files.id, id))
  expect(row).toMatchObject({ status: 'error', errorReason: 'processing-failed' })
})
