import { randomUUID } from 'node:crypto'
import type { CreateAssociationsAnswer, ListAssociationsAnswer } from 'loadline/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedFile } from '../../testing/seed-files.js'
import { startTestBackend, uploadText, type TestBackend } from '../../testing/test-backend.js'

let backend: TestBackend

beforeAll(async () => {
  backend = await startTestBackend()
}, 60_000)
afterAll(() => backend.close())

const post = async (fileIds: readonly string[], entityReference = '7') => {
  const answer = await backend.post('/associations', {
    fileIds,
    entityName: 'invoice',
    entityReference,
  })
  expect(answer.status).toBe(200)
  return (await answer.json()) as CreateAssociationsAnswer
}

const listOf = async (id: string) => {
  const answer = await backend.get(`/files/${id}/associations`)
  return ((await answer.json()) as ListAssociationsAnswer).associations
}

test('links files that are there, and tells of those that are not', async () => {
  const [one, two] = [await seedFile(backend, {}), await seedFile(backend, {})]
  const missing = randomUUID()
  const made = await post([two.id, missing, one.id])
  expect(made.done).toEqual([two.id, one.id])
  expect(made.failed).toMatchObject([{ id: missing, error: { code: 'not-found' } }])
  const [ofTwo, ofOne] = made.associations
  expect(await listOf(one.id)).toEqual([ofOne])
  expect(await listOf(two.id)).toEqual([ofTwo])
  expect(ofOne).toMatchObject({ entityName: 'invoice', entityReference: '7' })
})

test('twice is once, and fifty at once too', async () => {
  const { id } = await seedFile(backend, {})
  const answers = await Promise.all(Array.from({ length: 50 }, () => post([id])))
  const ids = new Set(answers.map((answer) => answer.associations[0]?.id))
  expect(ids.size).toBe(1)
  expect(await listOf(id)).toHaveLength(1)
})

test('a draft that is linked is one no longer', async () => {
  const { id } = await seedFile(backend, { isDraft: true })
  await post([id])
  const row = await backend.db.query.files.findFirst({ where: (file, { eq }) => eq(file.id, id) })
  expect(row?.isDraft).toBe(false)
})

test('an upload brings its own, in their order', async () => {
  const associations = ['3', '1', '2', '1'].map((entityReference) => ({
    entityName: 'chat',
    entityReference,
  }))
  const file = await uploadText(backend, { associations, isDraft: true })
  const references = file.associations?.map((one) => one.entityReference)
  expect(references).toEqual(['3', '1', '2'])
  expect(await listOf(file.id)).toEqual(file.associations)
  const row = await backend.db.query.files.findFirst({
    where: (each, { eq }) => eq(each.id, file.id),
  })
  expect(row?.isDraft).toBe(false)
})

test('deletes those that are named, and no others', async () => {
  const { id } = await seedFile(backend, {})
  const [kept] = (await post([id], '1')).associations
  const [gone] = (await post([id], '2')).associations
  const missing = randomUUID()
  const ids = [gone?.id, missing]
  const answer = await backend.post('/associations/delete', { ids })
  expect(await answer.json()).toMatchObject({ done: [gone?.id], failed: [{ id: missing }] })
  expect(await listOf(id)).toEqual([kept])
})

test.each([
  { fileIds: [] },
  { fileIds: Array.from({ length: 201 }, () => randomUUID()) },
  { entityName: '' },
  { entityReference: 'x'.repeat(256) },
  { entityReference: '\u0000' },
])('refuses %j', async (overrides) => {
  const body = { fileIds: [randomUUID()], entityName: 'a', entityReference: 'b', ...overrides }
  expect((await backend.post('/associations', body)).status).toBe(422)
})
