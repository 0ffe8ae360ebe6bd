import { randomUUID } from 'node:crypto'
import type {
  AbandonUploadsAnswer,
  FinalizeUploadsAnswer,
  LookupUploadAnswer,
} from 'loadline/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createTicket,
  putBytes,
  readProblem,
  startTestBackend,
  uploadBody,
  type TestBackend,
  type Ticket,
} from '../../testing/test-backend.js'
import { expectRefusal, sha256 } from '../../testing/test-objects.js'

let backend: TestBackend
let now = Date.now()

beforeAll(async () => {
  backend = await startTestBackend({ leastPartSize: 5, now: () => now })
}, 60_000)
afterAll(() => backend.close())

const ben = { authorization: 'ben' }

const finalize = ({ fileId, clientId }: Ticket, headers = {}) =>
  backend.post(`/uploads/${fileId}/finalize`, { clientId }, headers)

const abandon = ({ fileId, clientId }: Ticket, headers = {}) =>
  backend.post(`/uploads/${fileId}/abandon`, { clientId, reason: 'cancelled' }, headers)

const renew = ({ fileId }: Ticket, headers = {}) =>
  backend.post(`/uploads/${fileId}/renew`, {}, headers)

async function readResults<T>(answer: Response): Promise<T> {
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { results: T }).results
}

describe('a batch', () => {
  test('of creations answers each in its place, and a wrong one sinks no other', async () => {
    const taken = uploadBody()
    await createTicket(backend, taken)
    const [single, parts] = [uploadBody(), uploadBody({ preferredKinds: ['multipart'] })]
    const uploads = [
      single,
      uploadBody({ size: -1 }),
      parts,
      { ...taken, name: 'other.txt' },
      uploadBody({ category: 'NONE' }),
      null,
      taken,
    ]
    const results = await readResults<{ ticket?: Ticket; error?: unknown }[]>(
      await backend.post('/uploads/batch', { uploads }),
    )
    expect(results).toMatchObject([
      { ticket: { kind: 'put', clientId: single.clientId } },
      { error: { status: 422, code: 'validation', type: 'about:blank' } },
      { ticket: { kind: 'multipart', clientId: parts.clientId } },
      { error: { status: 409, code: 'conflict', details: { reason: 'other-request' } } },
      { error: { status: 422, code: 'validation', details: { reason: 'category-unknown' } } },
      { error: { status: 422, code: 'validation' } },
      { ticket: { clientId: taken.clientId } },
    ])
    const again = await readResults<typeof results>(
      await backend.post('/uploads/batch', { uploads }),
    )
    expect(again.map((result) => result.ticket?.fileId)).toEqual(
      results.map((result) => result.ticket?.fileId),
    )
  })

  test('of finalises and of abandons too; both can be repeated', async () => {
    const tickets = await Promise.all(Array.from({ length: 5 }, () => createTicket(backend)))
    for (const ticket of tickets.slice(1)) await putBytes(ticket, 'hello')
    const [, second, third] = tickets
    if (second === undefined || third === undefined) throw new Error('No tickets.')
    await abandon(second)
    const uploads = [
      ...tickets.map(({ fileId, clientId }) => ({ fileId, clientId })),
      { fileId: randomUUID(), clientId: randomUUID() },
      { fileId: 'x', clientId: 'x' },
    ]
    for (let round = 0; round < 2; round++) {
      const results = await readResults<FinalizeUploadsAnswer['results']>(
        await backend.post('/uploads/finalize', { uploads }),
      )
      expect(results).toMatchObject([
        { error: { code: 'validation', details: { reason: 'bytes-missing' } } },
        { error: { code: 'conflict', details: { reason: 'abandoned' } } },
        { file: { id: third.fileId, status: 'ready' } },
        { file: { status: 'ready' } },
        { file: { status: 'ready' } },
        { error: { status: 404, code: 'not-found' } },
        { error: { status: 422, code: 'validation' } },
      ])
    }
    const [first, , ...others] = uploads
    const given = [{ clientId: first?.clientId }, ...others]
    for (let round = 0; round < 2; round++) {
      const results = await readResults<AbandonUploadsAnswer['results']>(
        await backend.post('/uploads/abandon', { uploads: given, reason: 'error' }),
      )
      expect(results.slice(0, 4)).toEqual([{}, {}, {}, {}])
      expect(results.slice(4)).toMatchObject([
        { error: { code: 'not-found' } },
        { error: { code: 'validation' } },
      ])
    }
    expect(await backend.listBytes()).toEqual([])
  })

  test('has a limit, and belongs to its caller', async () => {
    const uploads = Array.from({ length: 101 }, () => uploadBody())
    const problem = await readProblem(await backend.post('/uploads/batch', { uploads }))
    expect(problem).toMatchObject({ status: 422, code: 'validation' })
    const { clientId, fileId } = await createTicket(backend)
    for (const path of ['finalize', 'abandon']) {
      const body = { uploads: [{ clientId, fileId }], reason: 'error' }
      const answer = await backend.post(`/uploads/${path}`, body, ben)
      expect(await readResults(answer)).toMatchObject([{ error: { code: 'not-found' } }])
    }
  })
})

describe('lookup', () => {
  const lookup = async ({ fileId, clientId }: Ticket) => {
    const paths = [`/uploads/${fileId}`, `/uploads?clientId=${clientId}`]
    const answers = await Promise.all(paths.map((path) => backend.get(path)))
    const [byFile, byClient] = await Promise.all(
      answers.map(async (answer) => (await answer.json()) as LookupUploadAnswer),
    )
    expect(byClient).toEqual(byFile)
    return { state: byFile?.state, id: byFile?.file?.id ?? null }
  }

  test('tells pending, stored, finalized and gone', async () => {
    const ticket = await createTicket(backend)
    expect(await lookup(ticket)).toEqual({ state: 'pending', id: null })
    await putBytes(ticket, 'hello')
    expect(await lookup(ticket)).toEqual({ state: 'stored', id: null })
    await finalize(ticket)
    expect(await lookup(ticket)).toEqual({ state: 'finalized', id: ticket.fileId })
    await abandon(ticket)
    expect(await lookup(ticket)).toEqual({ state: 'gone', id: null })
  })

  test('of parts is pending until all are there', async () => {
    const ticket = await createTicket(backend, { size: 7, preferredKinds: ['multipart'] })
    for (const [index, bytes] of ['hello', '!!'].entries()) {
      expect((await lookup(ticket)).state).toBe('pending')
      const part = { partNumber: index + 1, size: bytes.length, checksum: sha256(bytes) }
      const answer = await backend.post(`/uploads/${ticket.fileId}/parts`, { parts: [part] })
      const signed = (await answer.json()) as { parts: Ticket[] }
      for (const one of signed.parts) await putBytes(one, bytes)
    }
    expect((await lookup(ticket)).state).toBe('stored')
  })

  test('of what is unknown or foreign is 404', async () => {
    const ticket = await createTicket(backend)
    const bodies = new Set<string>()
    for (const [path, headers] of [
      [`/uploads/${ticket.fileId}`, ben],
      [`/uploads?clientId=${ticket.clientId}`, ben],
      [`/uploads/${randomUUID()}`, {}],
      [`/uploads?clientId=${randomUUID()}`, {}],
      ['/uploads/x', {}],
    ] as const) {
      const answer = await backend.get(path, headers)
      expect(answer.status).toBe(404)
      bodies.add(await answer.text())
    }
    expect(bodies.size).toBe(1)
    for (const path of ['/uploads', '/uploads?clientId=x']) {
      expect((await backend.get(path)).status).toBe(422)
    }
  })
})

describe('renew', () => {
  test('gives the same upload a new signature', async () => {
    for (const kind of ['put', 'form', 'multipart']) {
      const ticket = await createTicket(backend, { preferredKinds: [kind] })
      now += 1_000_000
      if (kind === 'put') {
        await expectRefusal(await putBytes(ticket, 'hello'), 403, 'AccessDenied')
      }
      const answer = await renew(ticket)
      const renewed = ((await answer.json()) as { ticket: Ticket }).ticket
      expect(renewed).toMatchObject({ kind, fileId: ticket.fileId, clientId: ticket.clientId })
      expect(renewed.uploadId).toBe(ticket.uploadId)
      expect(Date.parse(renewed.expiresAt)).toBeGreaterThan(now)
      if (kind === 'put') expect((await putBytes(renewed, 'hello')).status).toBe(200)
    }
  })

  test('is refused once it is over, and for others', async () => {
    const ticket = await createTicket(backend)
    expect((await renew(ticket, ben)).status).toBe(404)
    await putBytes(ticket, 'hello')
    await finalize(ticket)
    const finalized = { status: 409, code: 'conflict', details: { reason: 'finalized' } }
    expect(await readProblem(await renew(ticket))).toMatchObject(finalized)
    await abandon(ticket)
    const abandoned = { details: { reason: 'abandoned' } }
    expect(await readProblem(await renew(ticket))).toMatchObject(abandoned)
  })
})

describe('a fence', () => {
  const fence = (value: number | string) => ({ 'upload-fence': String(value) })

  test('lower than the last seen is refused by every call, also after a failed one', async () => {
    const body = uploadBody()
    const ticket = await createTicket(backend, body, fence(1))
    expect((await finalize(ticket, fence(3))).status).toBe(422)
    const path = `/uploads/${ticket.fileId}`
    for (const answer of [
      await backend.post('/uploads', body, fence(2)),
      await renew(ticket, fence(2)),
      await finalize(ticket, fence(2)),
      await abandon(ticket, fence(2)),
      await backend.get(path, fence(2)),
      await backend.get(`/uploads?clientId=${ticket.clientId}`, fence(2)),
      await backend.get(`${path}/parts`, fence(2)),
      await backend.post(`${path}/parts`, { parts: [{ partNumber: 1, size: 5 }] }, fence(2)),
    ]) {
      expect(await readProblem(answer)).toMatchObject({
        status: 409,
        code: 'conflict',
        details: { reason: 'fenced' },
      })
    }
    const batch = { uploads: [{ fileId: ticket.fileId, clientId: ticket.clientId }] }
    const results = await readResults(await backend.post('/uploads/finalize', batch, fence(2)))
    expect(results).toMatchObject([{ error: { details: { reason: 'fenced' } } }])
    expect((await renew(ticket, fence(3))).status).toBe(200)
    expect((await renew(ticket)).status).toBe(200)
    expect((await renew({ ...ticket, fileId: randomUUID() }, fence(9))).status).toBe(404)
    expect((await renew(ticket, { ...fence(9), ...ben })).status).toBe(404)
    expect((await abandon(ticket, fence(3))).status).toBe(204)
  })

  test('is a whole number', async () => {
    const ticket = await createTicket(backend)
    for (const value of ['-1', '1.5', 'x', '1'.repeat(16)]) {
      const problem = await readProblem(await renew(ticket, fence(value)))
      expect(problem).toMatchObject({ status: 422, code: 'validation' })
    }
  })
})
