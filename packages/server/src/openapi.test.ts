import { Validator } from '@seriousme/openapi-schema-validator'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAnswerCheck } from '../testing/openapi/check-answer.js'
import { IdPool } from '../testing/openapi/id-pool.js'
import { randomRequests, subjectOf, toHttpRequest } from '../testing/openapi/random-requests.js'
import { readOperations, type OpenApiDocument } from '../testing/openapi/read-operations.js'
import {
  putBytes,
  startTestBackend,
  type TestBackend,
  type Ticket,
} from '../testing/test-backend.js'

/** `LOADLINE_SEED` repeats another walk. */
const seed = Number(process.env['LOADLINE_SEED'] ?? 20_261_122)
const requests = 10_000

let backend: TestBackend
let document: OpenApiDocument

beforeAll(async () => {
  backend = await startTestBackend({ categories: [{ key: 'USER_FILES', name: 'User files' }] })
  document = (await (await backend.get('/openapi.json')).json()) as OpenApiDocument
}, 60_000)
afterAll(() => backend.close())

test('the document is valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate(
    structuredClone(document) as Record<string, unknown>,
  )
  expect(result.errors ?? []).toEqual([])
  expect(result.valid).toBe(true)
  expect(document.openapi).toMatch(/^3\.1/)
})

test(
  `${requests} random requests, valid and broken, are answered as the document says`,
  { timeout: 300_000 },
  async () => {
    const operations = readOperations(document)
    const check = createAnswerCheck(document)
    const pool = new IdPool()
    const complaints: string[] = []
    const successes = new Set<string>()
    const refusals = new Set<string>()
    for (const random of fc.sample(randomRequests(document, operations), {
      numRuns: requests,
      seed,
    })) {
      const { operation } = random
      const request = toHttpRequest(random, pool, 'http://api.test/api')
      const answer = await backend.fetch(request)
      const { complaint, json } = await check(operation, answer)
      if (complaint !== null) complaints.push(`${operation.id} ${complaint}`)
      ;(answer.status < 400 ? successes : refusals).add(operation.id)
      pool.learn(json, subjectOf(operation.path), request.headers.get('authorization') ?? '')
      await storeSome(json)
    }
    expect(complaints.slice(0, 20), `seed ${seed}`).toEqual([])
    const idsBut = (met: ReadonlySet<string>) =>
      operations.map(({ id }) => id).filter((id) => !met.has(id))
    expect(idsBut(successes), 'never succeeded').toEqual([])
    expect(idsBut(refusals), 'never refused').toEqual([])
  },
)

/** Brings the bytes of every other ticket to the store: without them nothing could be finalised. */
async function storeSome(json: unknown): Promise<void> {
  const ticket = (json as { ticket?: Ticket } | null)?.ticket
  if (ticket?.kind !== 'put' || ticket.maxSize > 200_000 || ticket.maxSize % 2 === 1) return
  await putBytes(ticket, new Uint8Array(ticket.maxSize))
}
