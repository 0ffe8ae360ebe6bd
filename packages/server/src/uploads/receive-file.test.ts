import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedFolder } from '../../testing/seed-files.js'
import { steadyClock } from '../../testing/steady-clock.js'
import {
  pageOrigin,
  readFile,
  readList,
  readProblem,
  startTestBackend,
  type TestBackend,
} from '../../testing/test-backend.js'

let backend: TestBackend

beforeAll(async () => {
  backend = await startTestBackend({
    categories: [{ key: 'NOTES', name: 'Notes', maxSize: 10, contentTypes: ['text/*'] }],
    limits: { quotaSize: 4_000_000 },
    now: steadyClock(),
  })
}, 60_000)
afterAll(() => backend.close())

interface Sent {
  readonly fields?: Readonly<Record<string, string>>
  readonly bytes?: string | Uint8Array<ArrayBuffer>
  readonly name?: string
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
}

function formOf({ fields = {}, bytes = 'hello', name = 'a.txt', type = 'text/plain' }: Sent) {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.append(key, value)
  form.append('file', new Blob([bytes], { type }), name)
  return form
}

function send(body: BodyInit, headers: Readonly<Record<string, string>> = {}) {
  const init = { method: 'POST', body, headers, duplex: 'half' }
  return backend.fetch(new Request('http://api.test/api/files', init))
}

const upload = (sent: Sent, person: string) =>
  send(formOf(sent), { authorization: person, ...sent.headers })

async function expectNothingOf(person: string) {
  const everything = '?status=upload_pending&status=processing&status=ready&status=error'
  const { total } = await readList(
    await backend.get(`/files${everything}`, { authorization: person }),
  )
  expect(total).toBe(0)
  expect(await backend.listBytes()).toHaveLength(storedBefore)
}
let storedBefore = 0

test('one call stores a file, with all that a form says of it', async () => {
  const person = 'anna'
  const folderId = await seedFolder(backend, { ownerId: person })
  const checksum = createHash('sha256').update('hello').digest('base64')
  const fields = {
    name: 'größe 🦞.txt',
    category: 'NOTES',
    visibility: 'public',
    folderId,
    path: 'a/größe 🦞.txt',
    associations: '[{"entityName":"chat","entityReference":"1"}]',
    metadata: '{"a":[1,null]}',
    isDraft: 'true',
    checksum,
  }
  const answer = await upload({ fields }, person)
  expect(answer.status).toBe(201)
  const file = await readFile(answer)
  expect(file).toMatchObject({
    name: fields.name,
    size: 5,
    contentType: 'text/plain',
    status: 'ready',
    visibility: 'public',
    folderId,
    category: { key: 'NOTES' },
    associations: [{ entityName: 'chat', entityReference: '1' }],
    metadata: { a: [1, null] },
    checksum,
  })
  expect(await (await fetch(file.url ?? '')).text()).toBe('hello')
  const { files } = await readList(await backend.get('/files', { authorization: person }))
  expect(files).toEqual([file])
})

test.each([
  ['no bytes', new Uint8Array(0)],
  ['3 MB', new Uint8Array(3_000_000).fill(7)],
])('%s arrive as they were', async (_name, bytes) => {
  const sent = { bytes, name: 'ünï.bin', type: 'application/octet-stream' }
  const file = await readFile(await upload(sent, 'bert'))
  expect(file).toMatchObject({ name: 'ünï.bin', size: bytes.length })
  const stored = new Uint8Array(await (await fetch(file.url ?? '')).arrayBuffer())
  expect(Buffer.compare(stored, bytes)).toBe(0)
  await backend.send('DELETE', `/files/${file.id}`, undefined, { authorization: 'bert' })
})

describe('leaves neither row nor object', () => {
  test.each<[string, Sent, number, string]>([
    ['an unknown category', { fields: { category: 'X' } }, 422, 'validation'],
    [
      'a type that it does not take',
      { fields: { category: 'NOTES' }, type: 'image/png' },
      422,
      'type-not-allowed',
    ],
    [
      'more bytes than it takes',
      { fields: { category: 'NOTES' }, bytes: 'x'.repeat(11) },
      422,
      'too-large',
    ],
    ['more bytes than the quota', { bytes: new Uint8Array(4_000_001) }, 422, 'too-large'],
    ['another checksum', { fields: { checksum: `${'A'.repeat(43)}=` } }, 422, 'checksum-mismatch'],
    ['no type', { type: 'nonsense', fields: { contentType: 'x' } }, 422, 'validation'],
    ['no name', { fields: { name: '' } }, 422, 'validation'],
    ['a folder of nobody', { fields: { folderId: 'x' } }, 422, 'validation'],
    ['a field that it does not know', { fields: { owner: 'bert' } }, 422, 'validation'],
    ['metadata that are no JSON', { fields: { metadata: '{' } }, 422, 'validation'],
    ['metadata that are a list', { fields: { metadata: '[]' } }, 422, 'validation'],
  ])('%s', async (_name, sent, status, code) => {
    storedBefore = (await backend.listBytes()).length
    expect(await readProblem(await upload(sent, 'carl'))).toMatchObject({ status, code })
    await expectNothingOf('carl')
  })

  test('a form that ends early, or has something behind its file', async () => {
    storedBefore = (await backend.listBytes()).length
    const whole = await new Response(formOf({ bytes: 'x'.repeat(200_000) })).blob()
    const late = formOf({})
    late.append('name', 'b.txt')
    const twice = formOf({})
    twice.append('file', new Blob(['b']), 'b.txt')
    for (const body of [whole.slice(0, 100_000, whole.type), late, twice, new FormData()]) {
      const answer = await send(body, { authorization: 'dora' })
      expect((await readProblem(answer)).status).toBe(422)
    }
    await expectNothingOf('dora')
  })

  test('a sender that is lost', async () => {
    storedBefore = (await backend.listBytes()).length
    const whole = await new Response(formOf({ bytes: 'x'.repeat(200_000) })).blob()
    const start = new Uint8Array(await whole.slice(0, 100_000).arrayBuffer())
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(start)
        controller.error(new Error('lost'))
      },
    })
    const answer = await send(body, { authorization: 'dora', 'content-type': whole.type })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    await expectNothingOf('dora')
  })
})

describe('a form, which browsers send without asking (S30)', () => {
  const plain = (headers: Record<string, string>) => send(formOf({}), headers)

  test.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: `${pageOrigin}.evil.example` }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ])('from %j is refused', async (headers) => {
    expect(await readProblem(await plain(headers))).toMatchObject({
      status: 403,
      code: 'forbidden',
    })
  })

  test.each([
    [{}],
    [{ origin: pageOrigin }],
    [{ origin: 'https://page.example', 'sec-fetch-site': 'same-origin' }],
    [{ origin: 'https://other.example', authorization: 'emma' }],
    [{ origin: 'https://other.example', 'x-demo-user': '1' }],
  ])('from %j is taken', async (headers) => {
    expect((await plain(headers)).status).toBe(201)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json'])(
    'is no %s',
    async (type) => {
      const answer = await send('{}', { 'content-type': type })
      expect((await readProblem(answer)).status).toBe(415)
    },
  )
})
