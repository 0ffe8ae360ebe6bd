import { createHash } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ListPartsAnswer, SignPartsAnswer, SignPartsBody } from 'loadline/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { steadyClock } from '../../testing/steady-clock.js'
import {
  createTicket,
  putBytes,
  readFile,
  readProblem,
  startTestBackend,
  uploadBody,
  type TestBackend,
  type Ticket,
} from '../../testing/test-backend.js'
import { expectRefusal, postForm, sha256 } from '../../testing/test-objects.js'

let backend: TestBackend

beforeAll(async () => {
  backend = await startTestBackend({ leastPartSize: 5, now: steadyClock() })
}, 60_000)
afterAll(() => backend.close())

const bytes = 'hello world!'
const parts = ['hello', ' worl', 'd!']

const create = (overrides: object = {}) =>
  createTicket(backend, { size: bytes.length, preferredKinds: ['multipart'], ...overrides })

const finalize = ({ fileId, clientId }: Ticket, more: object = {}) =>
  backend.post(`/uploads/${fileId}/finalize`, { clientId, ...more })

const abandon = ({ fileId, clientId }: Ticket) =>
  backend.post(`/uploads/${fileId}/abandon`, { clientId, reason: 'cancelled' })

const askToSign = ({ fileId }: Ticket, body: SignPartsBody, headers = {}) =>
  backend.post(`/uploads/${fileId}/parts`, body, headers)

async function sign(ticket: Ticket, numbers: readonly number[]) {
  const wanted = numbers.map((partNumber) => {
    const part = parts[partNumber - 1] ?? ''
    return { partNumber, size: part.length, checksum: sha256(part) }
  })
  const answer = await askToSign(ticket, { parts: wanted })
  expect(answer.status).toBe(200)
  return ((await answer.json()) as SignPartsAnswer).parts
}

async function putParts(ticket: Ticket, numbers: readonly number[] = [1, 2, 3]) {
  for (const signed of await sign(ticket, numbers)) {
    const answer = await putBytes(signed, parts[signed.partNumber - 1] ?? '')
    expect(answer.status).toBe(200)
  }
}

async function list({ fileId }: Ticket, query = ''): Promise<ListPartsAnswer> {
  const answer = await backend.get(`/uploads/${fileId}/parts${query}`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as ListPartsAnswer
}

const homeOf = async ({ uploadId }: Ticket) => {
  const directory = join(backend.directory, 'objects', 'multipart')
  const entries = await readdir(directory, { recursive: true })
  return join(directory, entries.find((entry) => entry.endsWith(uploadId)) ?? '')
}

describe('the kind of a ticket', () => {
  test('is the first that is wanted and possible', async () => {
    const kindOf = async (overrides: object) => (await create(overrides)).kind
    const checksum = { algorithm: 'sha-256', value: sha256(bytes) }
    expect(await kindOf({ preferredKinds: [] })).toBe('put')
    expect(await kindOf({ preferredKinds: ['x-tus', 'form', 'put'] })).toBe('form')
    expect(await kindOf({ preferredKinds: ['multipart', 'put'] })).toBe('multipart')
    expect(await kindOf({ preferredKinds: ['multipart', 'form'], size: 0 })).toBe('form')
    expect(await kindOf({ preferredKinds: ['multipart', 'put'], checksum })).toBe('put')
    expect(await kindOf({ checksum: { ...checksum, value: null } })).toBe('multipart')
    const whole = await backend.post(
      '/uploads',
      uploadBody({ preferredKinds: ['multipart'], checksum }),
    )
    expect(await readProblem(whole)).toMatchObject({ status: 422, code: 'unsupported' })
  })

  test('stays, or becomes one that a repetition can send', async () => {
    const body = uploadBody({ size: bytes.length })
    const kinds = ['multipart', 'put', 'form']
    const first = await createTicket(backend, { ...body, preferredKinds: kinds })
    const again = await createTicket(backend, { ...body, preferredKinds: kinds.toReversed() })
    expect(again).toMatchObject({ kind: 'multipart', uploadId: first.uploadId })
    await putParts(first, [1])
    const changed = await createTicket(backend, { ...body, preferredKinds: ['put'] })
    expect(changed).toMatchObject({ kind: 'put', fileId: first.fileId })
    expect((await putBytes(changed, bytes)).status).toBe(200)
    expect(await readFile(await finalize(first))).toMatchObject({ checksum: sha256(bytes) })
    expect((await backend.listBytes()).join()).not.toContain(first.uploadId)
  })

  test('form: all three steps, with the checksum bound', async () => {
    const checksum = { algorithm: 'sha-256', value: sha256(bytes) }
    const ticket = await create({ preferredKinds: ['form'], checksum })
    expect(ticket).toMatchObject({ kind: 'form', fileField: 'file', headers: {} })
    await expectRefusal(await postForm(ticket, bytes.toUpperCase()), 400, 'BadDigest')
    const stored = await postForm(ticket, bytes)
    const file = await readFile(await finalize(ticket, { etag: stored.headers.get('etag') }))
    expect(file).toMatchObject({ status: 'ready', checksum: sha256(bytes) })
    await expectRefusal(await postForm(ticket, bytes), 412, 'PreconditionFailed')
  })
})

describe('an upload in parts', () => {
  test('goes by the plan of the ticket, and is one file in the end', async () => {
    const ticket = await create()
    expect(ticket).toMatchObject({ kind: 'multipart', partSize: 5, partCount: 3, maxSize: 12 })
    await putParts(ticket, [3, 1])
    const missing = await readProblem(await finalize(ticket))
    expect(missing).toMatchObject({
      status: 422,
      details: { reason: 'bytes-missing', missingCount: 1, missingParts: [2] },
    })
    await putParts(ticket, [2])
    const listed = await list(ticket)
    expect(listed.nextPartNumber).toBeNull()
    expect(listed.parts.map((part) => part.checksum)).toEqual(parts.map((part) => sha256(part)))
    const file = await readFile(await finalize(ticket, { parts: listed.parts }))
    expect(file).toMatchObject({ status: 'ready', size: 12, checksum: null })
    expect(await (await fetch(file.url ?? '')).text()).toBe(bytes)
    expect((await finalize(ticket)).status).toBe(200)
  })

  test('of which 100 finalises come at once is one commit (S25)', async () => {
    const ticket = await create()
    await putParts(ticket)
    const answers = await Promise.all(Array.from({ length: 100 }, () => finalize(ticket)))
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]))
    const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())))
    expect(bodies.size).toBe(1)
    for (const [path, body] of [
      ['parts', { parts: [{ partNumber: 1, size: 5 }] }],
      ['renew', {}],
    ] as const) {
      const late = await backend.post(`/uploads/${ticket.fileId}/${path}`, body)
      expect(await readProblem(late)).toMatchObject({
        status: 409,
        details: { reason: 'finalized' },
      })
    }
  }, 30_000)

  test('does not finalise with parts of another upload, or another checksum (S26)', async () => {
    const [ticket, other] = [await create(), await create()]
    await putParts(ticket)
    await putParts(other, [1])
    const [foreign] = (await list(other)).parts
    const [own] = (await list(ticket)).parts
    for (const part of [
      { ...own, etag: '"other"' },
      { ...own, checksum: sha256('other') },
      { ...own, size: 4 },
      { ...foreign, partNumber: 4 },
      { ...foreign, partNumber: 2 },
    ]) {
      const problem = await readProblem(await finalize(ticket, { parts: [part] }))
      expect(problem).toMatchObject({ status: 422, details: { reason: 'part-mismatch' } })
    }
    const whole = await readProblem(await finalize(ticket, { checksum: sha256(bytes) }))
    expect(whole).toMatchObject({ status: 422, code: 'unsupported' })
    expect((await finalize(ticket)).status).toBe(200)
  })

  test('signs no part that the plan lacks, and none for somebody else (S20)', async () => {
    const ticket = await create()
    const one = { partNumber: 1, size: 5 }
    for (const wrong of [
      [{ partNumber: 4, size: 5 }],
      [{ partNumber: 1, size: 4 }],
      [{ partNumber: 3, size: 5 }],
      [one, one],
      [{ partNumber: 0, size: 5 }],
      [{ partNumber: 1.5, size: 5 }],
      [{ ...one, checksum: 'x' }],
      [],
      Array.from({ length: 1001 }, () => one),
    ]) {
      const problem = await readProblem(await askToSign(ticket, { parts: wrong }))
      expect(problem).toMatchObject({ status: 422, code: 'validation' })
    }
    const put = await create({ preferredKinds: ['put'] })
    expect(await readProblem(await askToSign(put, { parts: [one] }))).toMatchObject({
      details: { reason: 'not-multipart' },
    })
    const ben = { authorization: 'ben' }
    expect((await askToSign(ticket, { parts: [one] }, ben)).status).toBe(404)
    expect((await backend.get(`/uploads/${ticket.fileId}/parts`, ben)).status).toBe(404)
  })

  test('abandoned is gone with its parts, in any order of calls (20 rounds)', async () => {
    const before = await backend.listBytes()
    for (let round = 0; round < 20; round++) {
      const ticket = await create()
      await putParts(ticket, [1, 2])
      const [last] = await sign(ticket, [3])
      if (last === undefined) throw new Error('Nothing was signed.')
      const calls = [() => putBytes(last, 'd!'), () => finalize(ticket), () => abandon(ticket)]
      const turned = [...calls.slice(round % 3), ...calls.slice(0, round % 3)]
      const answers = await Promise.all(turned.map((call) => call()))
      expect(answers.every((answer) => answer.status < 500)).toBe(true)
      await expectRefusal(await putBytes(last, 'd!'), 404, 'NoSuchUpload')
      const late = await readProblem(await backend.get(`/uploads/${ticket.fileId}/parts`))
      expect(late).toMatchObject({ status: 409, details: { reason: 'abandoned' } })
    }
    expect(await backend.listBytes()).toEqual(before)
  }, 30_000)

  test('of more than 1,000 parts is listed by pages, and completed (row 75)', async () => {
    const partCount = 1205
    const ticket = await create({ size: partCount * 5 })
    expect(ticket.partCount).toBe(partCount)
    const home = await homeOf(ticket)
    const digest = createHash('sha256').update('hello').digest('hex')
    for (let number = 1; number <= partCount; number++) {
      await writeFile(join(home, `${String(number).padStart(5, '0')}-5-${digest}`), 'hello')
    }
    const first = await list(ticket)
    expect(first).toMatchObject({ nextPartNumber: 1001 })
    const second = await list(ticket, `?from=${first.nextPartNumber}`)
    const numbers = [...first.parts, ...second.parts].map((part) => part.partNumber)
    expect(numbers).toEqual(Array.from({ length: partCount }, (_, index) => index + 1))
    expect(second.nextPartNumber).toBeNull()
    expect((await list(ticket, '?from=3&limit=2')).nextPartNumber).toBe(5)
    const file = await readFile(await finalize(ticket, { parts: [...first.parts] }))
    const content = await (await fetch(file.url ?? '')).text()
    expect(content).toBe('hello'.repeat(partCount))
  }, 30_000)

  test('of 10,000 parts fits the limit of a body', async () => {
    const part = { size: 16_777_216, etag: `"${'a'.repeat(64)}"`, checksum: sha256('') }
    const list10k = Array.from({ length: 10_000 }, (_, index) => ({
      ...part,
      partNumber: index + 1,
    }))
    const problem = await readProblem(await finalize(await create(), { parts: list10k }))
    expect(problem).toMatchObject({ status: 422, details: { reason: 'bytes-missing' } })
  })
})
