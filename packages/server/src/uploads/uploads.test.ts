import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createTicket,
  putBytes,
  readFile,
  readList,
  readProblem,
  startTestBackend,
  uploadBody,
  uploadText,
  type TestBackend,
  type Ticket,
} from '../../testing/test-backend.js'
import { expectRefusal } from '../../testing/test-objects.js'

let backend: TestBackend

beforeAll(async () => {
  backend = await startTestBackend({
    categories: [
      { key: 'USER_FILES', name: 'User files' },
      {
        key: 'AVATARS',
        name: 'Avatars',
        maxSize: 10,
        contentTypes: ['image/*', 'text/plain'],
        defaultVisibility: 'public',
      },
    ],
  })
}, 60_000)
afterAll(() => backend.close())

const finalize = ({ fileId, clientId }: Ticket, more: object = {}, headers = {}) =>
  backend.post(`/uploads/${fileId}/finalize`, { clientId, ...more }, headers)

const abandon = ({ fileId, clientId }: Ticket, headers = {}) =>
  backend.post(`/uploads/${fileId}/abandon`, { clientId, reason: 'cancelled' }, headers)

async function isListed(id: string): Promise<boolean> {
  const page = await readList(
    await backend.get('/files?status=upload_pending&status=ready&limit=200'),
  )
  return page.files.some((file) => file.id === id)
}

describe('create', () => {
  test('answers a ticket that works, also for no bytes', async () => {
    for (const size of [5, 0]) {
      const ticket = await createTicket(backend, { size })
      expect(ticket).toMatchObject({
        kind: 'put',
        headers: { 'content-type': 'text/plain' },
        maxSize: size,
      })
      const life = Date.parse(ticket.expiresAt) - Date.parse(ticket.serverTime)
      expect(life).toBeGreaterThan(898_000)
      expect(life).toBeLessThanOrEqual(900_000)
      expect((await putBytes(ticket, 'hello'.slice(0, size))).status).toBe(200)
      const file = await readFile(await finalize(ticket))
      expect(file).toMatchObject({ status: 'ready', size })
    }
  })

  test('repeated, also 20 times at once, is one row with a fresh ticket', async () => {
    const body = uploadBody({ metadata: { a: 1, b: [2] }, preferredKinds: ['put'] })
    const repeated = { ...body, metadata: { b: [2], a: 1 }, preferredKinds: ['multipart', 'put'] }
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        backend.post('/uploads', index % 2 ? body : repeated),
      ),
    )
    const tickets = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as { ticket: Ticket }).ticket),
    )
    expect(new Set(tickets.map((ticket) => ticket.fileId)).size).toBe(1)
    expect((await putBytes(tickets[7] ?? { url: '', headers: {} }, 'hello')).status).toBe(200)
  })

  test('under a taken clientId is a conflict', async () => {
    const body = uploadBody()
    const ticket = await createTicket(backend, body)
    const expectConflict = async (sent: object, reason: string) => {
      const problem = await readProblem(await backend.post('/uploads', sent))
      expect(problem).toMatchObject({ status: 409, code: 'conflict', details: { reason } })
    }
    await expectConflict({ ...body, name: 'b.txt' }, 'other-request')
    await putBytes(ticket, 'hello')
    await finalize(ticket)
    await expectConflict(body, 'finalized')
    await abandon(ticket)
    await expectConflict(body, 'abandoned')
  })

  test('of two people under one clientId is two uploads', async () => {
    const body = uploadBody()
    const annas = await createTicket(backend, body)
    const bens = await createTicket(backend, body, { authorization: 'ben' })
    expect(annas.fileId).not.toBe(bens.fileId)
  })

  test('honours the category', async () => {
    const make = (overrides: object) =>
      backend.post('/uploads', uploadBody({ category: 'AVATARS', ...overrides }))
    expect(await readProblem(await make({ category: 'NONE' }))).toMatchObject({
      status: 422,
      code: 'validation',
    })
    expect(await readProblem(await make({ size: 11 }))).toMatchObject({
      code: 'too-large',
      details: { limit: 10 },
    })
    expect(await readProblem(await make({ contentType: 'application/pdf' }))).toMatchObject({
      code: 'type-not-allowed',
      details: { allowed: ['image/*', 'text/plain'] },
    })
    const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
    const avatar = { category: 'AVATARS', contentType: 'Image/PNG', size: signature.length }
    const ticket = await createTicket(backend, avatar)
    await putBytes(ticket, signature)
    const file = await readFile(await finalize(ticket))
    expect(file).toMatchObject({
      visibility: 'public',
      category: { key: 'AVATARS', name: 'Avatars', maxSize: 10 },
    })
  })

  test.each([
    'Überräschung “ñ” 😀 <b>.pdf',
    '../../etc/passwd',
    '<img src=x onerror=alert(1)>',
    'a\r\nb"; filename="c',
    '\u202Egnp.exe',
    'e\u0301 is not \u00e9',
    ' spaces ',
    'CON',
    '%_!',
    '😀'.repeat(512),
  ])('keeps the name %j exactly (S1, S4)', async (name) => {
    const file = await uploadText(backend, { name })
    expect(file.name).toBe(name)
    expect((await readFile(await backend.get(`/files/${file.id}`))).name).toBe(name)
    expect((await fetch(file.url ?? '')).status).toBe(200)
  })

  test.each([
    [{ name: '' }],
    [{ name: 'x'.repeat(1025) }],
    [{ name: 'a\0b' }],
    [{ name: 'a\uD800b' }],
    [{ path: '../a' }],
    [{ path: 'a/%2e%2E/b' }],
    [{ path: 'a\\..\\b' }],
    [{ path: '/a' }],
    [{ path: 'C:\\a' }],
    [{ path: 'a\0' }],
    [{ size: -1 }],
    [{ size: 1.5 }],
    [{ size: '5' }],
    [{ size: 2 ** 60 }],
    [{ contentType: '' }],
    [{ contentType: 'text' }],
    [{ contentType: 'text/plain\r\nx: y' }],
    [{ contentType: 'text/ä' }],
    [{ clientId: 'x' }],
    [{ metadata: { a: 'b\0' } }],
    [{ metadata: { 'a\0': 1 } }],
    [{ metadata: { a: ['\uDC00'] } }],
    [{ metadata: [] }],
    [{ metadata: 'x' }],
    [{ metadata: { a: 'x'.repeat(20_000) } }],
    [{ visibility: 'secret' }],
    [{ checksum: { algorithm: 'md5', value: null } }],
  ])('refuses %j', async (overrides) => {
    const problem = await readProblem(await backend.post('/uploads', uploadBody(overrides)))
    expect(problem).toMatchObject({ status: 422, code: 'validation' })
  })

  test.each([[{ preferredKinds: ['x-tus'] }], [{ preferredKinds: ['multipart'], size: 0 }]])(
    'does not ignore a kind that it lacks: %j',
    async (overrides) => {
      const problem = await readProblem(await backend.post('/uploads', uploadBody(overrides)))
      expect(problem).toMatchObject({ status: 422, code: 'unsupported' })
    },
  )
})

describe('finalise', () => {
  test('without bytes, and with others than declared, is refused (S26)', async () => {
    const missing = await createTicket(backend)
    expect(await readProblem(await finalize(missing))).toMatchObject({
      status: 422,
      code: 'validation',
      details: { reason: 'bytes-missing' },
    })
    const other = `${'A'.repeat(43)}=`
    const declared = await createTicket(backend, {
      checksum: { algorithm: 'sha-256', value: other },
    })
    await expectRefusal(await putBytes(declared, 'hello'), 400, 'BadDigest')
    expect(await readProblem(await finalize(declared))).toMatchObject({
      details: { reason: 'bytes-missing' },
    })
    const ticket = await createTicket(backend)
    const etag = (await putBytes(ticket, 'hello')).headers.get('etag')
    expect(await readProblem(await finalize(ticket, { checksum: other }))).toMatchObject({
      status: 422,
      code: 'checksum-mismatch',
    })
    expect(await readProblem(await finalize(ticket, { etag: '"x"' }))).toMatchObject({
      details: { reason: 'etag-mismatch' },
    })
    expect(await isListed(ticket.fileId)).toBe(true)
    expect((await readFile(await finalize(ticket, { etag }))).status).toBe('ready')
  })

  test('with another clientId, or of an abandoned upload, is a conflict', async () => {
    const ticket = await createTicket(backend)
    await putBytes(ticket, 'hello')
    const foreign = await finalize({ ...ticket, clientId: randomUUID() })
    expect(await readProblem(foreign)).toMatchObject({ status: 409, code: 'conflict' })
    await abandon(ticket)
    expect(await readProblem(await finalize(ticket))).toMatchObject({
      status: 409,
      details: { reason: 'abandoned' },
    })
  })

  test('makes the object one that the ticket cannot write again (S16)', async () => {
    const ticket = await createTicket(backend)
    await putBytes(ticket, 'hello')
    const file = await readFile(await finalize(ticket))
    expect((await putBytes(ticket, 'HELLO')).status).toBe(412)
    expect(await (await fetch(file.url ?? '')).text()).toBe('hello')
  })
})

describe('abandon', () => {
  test('of each state is 204, again too, and leaves neither row nor bytes', async () => {
    const before = await backend.listBytes()
    for (const steps of ['signed', 'stored', 'finalised']) {
      const ticket = await createTicket(backend)
      if (steps !== 'signed') await putBytes(ticket, 'hello')
      if (steps === 'finalised') await finalize(ticket)
      expect((await abandon(ticket)).status).toBe(204)
      expect((await abandon(ticket)).status).toBe(204)
      expect((await putBytes(ticket, 'hello')).status).toBe(404)
      expect(await isListed(ticket.fileId)).toBe(false)
      expect(await readProblem(await backend.get(`/files/${ticket.fileId}`))).toMatchObject({
        status: 404,
        code: 'not-found',
      })
    }
    expect(await backend.listBytes()).toEqual(before)
  })

  test('against finalise and PUT, in any order, leaves no orphan (60 rounds)', async () => {
    const before = await backend.listBytes()
    for (let round = 0; round < 60; round++) {
      const ticket = await createTicket(backend)
      if (round % 3 > 0) await putBytes(ticket, 'hello')
      const calls = [() => abandon(ticket), () => finalize(ticket), () => putBytes(ticket, 'hello')]
      const turned = [...calls.slice(round % 3), ...calls.slice(0, round % 3)]
      const answers = await Promise.all(turned.map((call) => call()))
      expect(answers.every((answer) => answer.status < 500)).toBe(true)
      expect(await isListed(ticket.fileId)).toBe(false)
    }
    expect(await backend.listBytes()).toEqual(before)
  }, 30_000)
})

test('an upload of somebody else is not there (S20, S21)', async () => {
  const ticket = await createTicket(backend)
  await putBytes(ticket, 'hello')
  const ben = { authorization: 'ben' }
  const unknown = { ...ticket, fileId: randomUUID() }
  const answers = [
    await finalize(ticket, {}, ben),
    await abandon(ticket, ben),
    await backend.get(`/files/${ticket.fileId}`, ben),
    await finalize(unknown),
    await abandon(unknown),
    await backend.get(`/files/${unknown.fileId}`),
    await backend.get('/files/1'),
  ]
  const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())))
  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 404))
  expect(bodies.size).toBe(1)
  expect((await finalize(ticket)).status).toBe(200)
})
