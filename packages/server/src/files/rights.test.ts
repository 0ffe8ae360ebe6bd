import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createTicket,
  putBytes,
  readFile,
  readList,
  readProblem,
  startTestBackend,
  uploadText,
  type TestBackend,
} from '../../testing/test-backend.js'
import { sha256 } from '../../testing/test-objects.js'
import type { Access } from '../identity/identify.js'

let backend: TestBackend
let now = Date.UTC(2026, 0, 1)
const access = new Map<string, Access>()

beforeAll(async () => {
  backend = await startTestBackend({
    now: () => now,
    urlLifeSeconds: 600,
    identify: (request) => {
      const id = request.headers.get('authorization') ?? 'anna'
      return { id, name: id, tenantId: 'acme', access: access.get(id) ?? 'own' }
    },
  })
}, 60_000)
afterAll(() => backend.close())

const as = (person: string) => ({ authorization: person })

test('who loses the right to see a file gets no new link, and the old one ends (S22)', async () => {
  const file = await uploadText(backend, {}, as('owner'))
  access.set('guest', 'tenant')
  const seen = await readFile(await backend.get(`/files/${file.id}`, as('guest')))
  expect((await fetch(seen.url ?? '')).status).toBe(200)

  access.set('guest', 'own')
  expect((await backend.get(`/files/${file.id}`, as('guest'))).status).toBe(404)
  const { files } = await readList(await backend.get('/files', as('guest')))
  expect(files).toEqual([])
  now = Date.parse(seen.urlExpiresAt ?? '') + 1
  expect((await fetch(seen.url ?? '')).status).toBe(403)
})

test('what permits one file permits no other (S23)', async () => {
  const one = await uploadText(backend)
  const other = await uploadText(backend)
  const url = new URL(one.url ?? '')
  url.pathname = new URL(other.url ?? '').pathname
  expect((await fetch(url)).status).toBe(403)

  const first = await createTicket(backend)
  const second = await createTicket(backend)
  const crossed = new URL(first.url)
  crossed.pathname = new URL(second.url).pathname
  expect((await putBytes({ ...first, url: crossed.href }, 'hello')).status).toBe(403)
  const answer = await backend.post(`/uploads/${first.fileId}/finalize`, {
    clientId: second.clientId,
  })
  expect(await readProblem(answer)).toMatchObject({ status: 409, code: 'conflict' })
})

test('whose hold on an upload was taken over learns nothing of the new one (S24)', async () => {
  const ticket = await createTicket(backend)
  const renew = (fence: number, person = 'anna') =>
    backend.post(
      `/uploads/${ticket.fileId}/renew`,
      {},
      { ...as(person), 'upload-fence': String(fence) },
    )
  expect((await renew(7341)).status).toBe(200)
  const refused = await renew(7340)
  const text = await refused.clone().text()
  expect(await readProblem(refused)).toMatchObject({ status: 409, code: 'conflict' })
  expect(text).not.toContain('7341')
  // Nobody else takes it by a higher number.
  expect((await renew(9999, 'bert')).status).toBe(404)
  expect((await renew(7342)).status).toBe(200)
})

test('an archive is bytes like any other: nothing of it is unpacked (S12)', async () => {
  const bomb = gzipSync(Buffer.alloc(20_000_000))
  const before = (await backend.listBytes()).length
  const ticket = await createTicket(backend, {
    name: 'bomb.gz',
    contentType: 'application/gzip',
    size: bomb.length,
  })
  await putBytes(ticket, new Uint8Array(bomb))
  const answer = await backend.post(`/uploads/${ticket.fileId}/finalize`, {
    clientId: ticket.clientId,
  })
  const file = await readFile(answer)
  expect(file).toMatchObject({ status: 'ready', size: bomb.length })
  expect(file.checksum).toBe(sha256(new Uint8Array(bomb)))
  expect((await backend.listBytes()).length - before).toBeLessThanOrEqual(2)
})
