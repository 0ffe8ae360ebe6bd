import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rounds } from '../../testing/rounds.js'
import { steadyClock } from '../../testing/steady-clock.js'
import {
  createTicket,
  putBytes,
  startTestBackend,
  type TestBackend,
  type Ticket,
} from '../../testing/test-backend.js'
import { makePicture } from '../../testing/test-pictures.js'
import { files } from '../database/schema.js'

let backend: TestBackend
let lateMs = 0

beforeAll(async () => {
  const now = steadyClock()
  backend = await startTestBackend({
    leastPartSize: 100,
    now: () => now() + lateMs,
    sweeping: { graceSeconds: 0 },
  })
}, 60_000)
afterAll(() => backend.close())

const finalize = ({ fileId, clientId }: Ticket) =>
  backend.post(`/uploads/${fileId}/finalize`, { clientId })

test('100 finalises at once are one commit, and all answer the same (S25)', async () => {
  const ticket = await createTicket(backend)
  await putBytes(ticket, 'hello')
  const answers = await Promise.all(Array.from({ length: 100 }, () => finalize(ticket)))
  expect(answers.every((answer) => answer.status === 200)).toBe(true)
  const bodies = await Promise.all(answers.map((answer) => answer.text()))
  // The time of the commit is in it.
  expect(new Set(bodies).size).toBe(1)
}, 30_000)

test('100 finalises of a picture at once make one thumbnail', async () => {
  const before = await backend.listBytes()
  const picture = await makePicture()
  const ticket = await createTicket(backend, { contentType: 'image/png', size: picture.length })
  await putBytes(ticket, picture)
  await Promise.all(Array.from({ length: 100 }, () => finalize(ticket)))
  await backend.sweep()
  expect(await backend.listBytes()).toHaveLength(before.length + 2)
}, 30_000)

/** Random, but the same for the same seed: a round that fails can be run again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return (state >>> 8) % below
  }
}

test('S25: finalise, cancel, delete, PUT and sweep in any order leave no orphan', async () => {
  const picture = await makePicture({ width: 40, height: 20 })
  const before = await backend.listBytes()
  const all = rounds(100, 1000)
  for (let seed = 1; seed <= all; seed++) {
    const random = randomFrom(seed)
    const isPicture = random(3) === 0
    const bytes = isPicture ? picture : new TextEncoder().encode('hello')
    const contentType = isPicture ? 'image/png' : 'text/plain'
    const isInParts = !isPicture && random(3) === 0
    const ticket = await createTicket(backend, {
      contentType,
      size: bytes.length,
      ...(isInParts ? { preferredKinds: ['multipart'] } : {}),
    })
    const put = () => (isInParts ? putPart(ticket, 'hello') : putBytes(ticket, bytes))
    if (random(2) === 0) await put()
    const { fileId, clientId } = ticket
    const calls = [
      () => finalize(ticket),
      () => finalize(ticket),
      () => backend.post(`/uploads/${fileId}/abandon`, { clientId, reason: 'cancelled' }),
      () => backend.send('DELETE', `/files/${fileId}`),
      () => backend.sweep(),
      put,
    ]
    const chosen = Array.from({ length: 2 + random(4) }, () => calls[random(calls.length)] ?? put)
    const answers = await Promise.all(chosen.map((call) => call()))
    const failures = answers.filter((answer) =>
      answer instanceof Response ? answer.status >= 500 : answer.failed > 0,
    )
    expect({ seed, failures }).toEqual({ seed, failures: [] })
    await expectWhole(ticket, bytes.length, seed)
  }
  // Nothing is left when the rest is given up.
  lateMs = 25 * 60 * 60 * 1000
  await backend.sweep()
  const rows = await backend.db.select().from(files)
  const live = rows.filter((row) => row.deletedAt === null)
  expect(live.every((row) => row.status === 'ready')).toBe(true)
  const thumbnails = live.filter((row) => row.thumbnailKey !== null)
  const kept = (await backend.listBytes()).filter((path) => !before.includes(path))
  const owned = [
    ...live.map((row) => row.objectKey),
    ...thumbnails.map((row) => row.thumbnailKey ?? ''),
  ]
  const orphans = kept.filter((path) => !owned.some((key) => path.includes(key)))
  expect(orphans).toEqual([])
  for (const key of owned) expect((await backend.store.head(key))?.isPromoted).toBe(true)
}, 600_000)

/** A ready file has its bytes; one that is gone has none. */
async function expectWhole({ fileId }: Ticket, size: number, seed: number) {
  const [row] = await backend.db.select().from(files).where(eq(files.id, fileId))
  if (row === undefined) throw new Error(`The row of round ${seed} is gone.`)
  const found = await backend.store.head(row.objectKey)
  if (row.deletedAt !== null) {
    const isLeft = row.objectDeletedAt !== null && found !== null
    expect({ seed, isLeft }).toEqual({ seed, isLeft: false })
  } else if (row.status !== 'upload_pending') {
    const { etag } = row
    expect({ seed, ...found }).toMatchObject({ seed, size, etag, isPromoted: true })
  }
}

async function putPart({ fileId }: Ticket, part: string): Promise<Response> {
  const parts = [{ partNumber: 1, size: part.length }]
  const answer = await backend.post(`/uploads/${fileId}/parts`, { parts })
  if (answer.status !== 200) return answer
  const [signed] = ((await answer.json()) as { parts: Ticket[] }).parts
  if (signed === undefined) throw new Error('Nothing was signed.')
  return putBytes(signed, part)
}
