import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { CreateUploadsAnswer, GetLimitsAnswer } from 'loadline/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedFile, seedFiles } from '../../testing/seed-files.js'
import {
  createTicket,
  readProblem,
  startTestBackend,
  uploadBody,
  uploadText,
  type TestBackend,
} from '../../testing/test-backend.js'
import { files } from '../database/schema.js'

let backend: TestBackend

beforeAll(async () => {
  backend = await startTestBackend({
    limits: { maxFileSize: 50, maxFiles: 12, quotaSize: 100, maxOpenUploads: 10 },
  })
}, 60_000)
afterAll(() => backend.close())

const as = (person: string) => ({ authorization: person })
const create = (person: string, overrides: object) =>
  backend.post('/uploads', uploadBody({ ...overrides }), as(person))
const limitsOf = async (person: string) =>
  (await (await backend.get('/limits', as(person))).json()) as GetLimitsAnswer

test('what may be stored, and is', async () => {
  const limits = { maxFileSize: 50, maxFiles: 12, quotaSize: 100 }
  expect(await limitsOf('anna')).toEqual({ ...limits, usedFiles: 0, usedSize: 0 })
  const file = await uploadText(backend, { size: 5 }, as('anna'))
  await createTicket(backend, { size: 7 }, as('anna'))
  expect(await limitsOf('anna')).toEqual({ ...limits, usedFiles: 2, usedSize: 12 })
  await backend.send('DELETE', `/files/${file.id}`, undefined, as('anna'))
  expect(await limitsOf('anna')).toEqual({ ...limits, usedFiles: 1, usedSize: 7 })
  expect(await limitsOf('bert')).toMatchObject({ usedFiles: 0 })
})

test('a file that is too large is told its limit', async () => {
  expect(await readProblem(await create('anna', { size: 51 }))).toMatchObject({
    status: 422,
    code: 'too-large',
    details: { limit: 50 },
  })
})

test('bytes are reserved when an upload begins, of many at once too (S29)', async () => {
  const sizes = Array.from({ length: 9 }, () => 30)
  const answers = await Promise.all(sizes.map((size) => create('carl', { size })))
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(3)
  const refused = answers.filter((answer) => answer.status !== 200)
  for (const answer of refused) {
    expect(await readProblem(answer)).toMatchObject({
      status: 422,
      code: 'quota',
      details: { reason: 'size', limit: 100 },
    })
  }
  expect(await limitsOf('carl')).toMatchObject({ usedFiles: 3, usedSize: 90 })
})

test('a repeated request takes nothing a second time', async () => {
  const body = uploadBody({ size: 40 })
  for (let attempt = 0; attempt < 4; attempt++) {
    expect((await backend.post('/uploads', body, as('dora'))).status).toBe(200)
  }
  expect(await limitsOf('dora')).toMatchObject({ usedFiles: 1, usedSize: 40 })
})

test('what is cancelled gives back what it took', async () => {
  for (let round = 0; round < 5; round++) {
    const { fileId, clientId } = await createTicket(backend, { size: 50 }, as('emma'))
    const reason = 'cancelled'
    await backend.post(`/uploads/${fileId}/abandon`, { clientId, reason }, as('emma'))
  }
  expect(await limitsOf('emma')).toMatchObject({ usedFiles: 0, usedSize: 0 })
})

test('the number of files, and of uploads that are open (S28)', async () => {
  const seeds = Array.from({ length: 12 }, () => ({ ownerId: 'finn', size: 0 }))
  await seedFiles(backend, seeds)
  const problem = await readProblem(await create('finn', { size: 0 }))
  expect(problem).toMatchObject({ code: 'quota', details: { reason: 'files', limit: 12 } })

  const uploads = Array.from({ length: 11 }, () => uploadBody({ size: 0 }))
  const answer = await backend.post('/uploads/batch', { uploads }, as('gina'))
  const { results } = (await answer.json()) as CreateUploadsAnswer
  expect(results.filter((result) => 'ticket' in result)).toHaveLength(10)
  expect(results.find((result) => 'error' in result)).toMatchObject({
    error: { code: 'quota', details: { reason: 'open-uploads', limit: 10 } },
  })
})

test('the count follows the rows, whatever happens to them', async () => {
  const tenantId = randomUUID()
  const own = { ownerId: 'hugo', tenantId, size: 3 }
  await seedFile(backend, own)
  const pending = await seedFile(backend, { ...own, status: 'upload_pending' })
  await seedFile(backend, { ...own, deletedAt: new Date() })
  const usage = () =>
    backend.db.query.usage.findFirst({ where: (row) => eq(row.tenantId, tenantId) })
  const change = (values: Partial<typeof files.$inferInsert>) =>
    backend.db.update(files).set(values).where(eq(files.id, pending.id))
  const count = { fileCount: 2, totalSize: 6, pendingCount: 1 }
  expect(await usage()).toMatchObject(count)
  await change({ status: 'processing' })
  expect(await usage()).toMatchObject({ ...count, pendingCount: 0 })
  await change({ size: 10 })
  expect(await usage()).toMatchObject({ fileCount: 2, totalSize: 13, pendingCount: 0 })
  await change({ deletedAt: new Date() })
  expect(await usage()).toMatchObject({ fileCount: 1, totalSize: 3, pendingCount: 0 })
  await backend.db.delete(files).where(eq(files.tenantId, tenantId))
  expect(await usage()).toMatchObject({ fileCount: 0, totalSize: 0, pendingCount: 0 })
})
