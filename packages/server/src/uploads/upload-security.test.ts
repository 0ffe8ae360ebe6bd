import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createTicket,
  putBytes,
  readFile,
  readProblem,
  startTestBackend,
  type TestBackend,
  type Ticket,
} from '../../testing/test-backend.js'
import { postForm } from '../../testing/test-objects.js'
import { makePicture } from '../../testing/test-pictures.js'

let backend: TestBackend

beforeAll(async () => {
  backend = await startTestBackend()
}, 60_000)
afterAll(() => backend.close())

const finalize = ({ fileId, clientId }: Ticket, more: object = {}) =>
  backend.post(`/uploads/${fileId}/finalize`, { clientId, ...more })

const bytesOf = async (url: string | null) => (await fetch(url ?? '')).text()

async function signPart({ fileId }: Ticket) {
  const parts = [{ partNumber: 1, size: 5 }]
  const answer = await backend.post(`/uploads/${fileId}/parts`, { parts })
  const [signed] = ((await answer.json()) as { parts: Ticket[] }).parts
  if (signed === undefined) throw new Error('Nothing was signed.')
  return signed
}

test('S16: what was signed before writes nothing after finalise, of any kind', async () => {
  const put = await createTicket(backend, { preferredKinds: ['put'] })
  const form = await createTicket(backend, { preferredKinds: ['form'] })
  const multipart = await createTicket(backend, { preferredKinds: ['multipart'] })
  const part = await signPart(multipart)
  for (const [ticket, send] of [
    [put, (bytes: string) => putBytes(put, bytes)],
    [form, (bytes: string) => postForm(form, bytes)],
    [multipart, (bytes: string) => putBytes(part, bytes)],
  ] as const) {
    expect((await send('hello')).ok).toBe(true)
    const file = await readFile(await finalize(ticket))
    expect((await send('HELLO')).status).toBeGreaterThanOrEqual(400)
    expect(await bytesOf(file.url)).toBe('hello')
    // A repetition that should heal a lost answer does not take other bytes either.
    expect((await readFile(await finalize(ticket))).checksum).toBe(file.checksum)
  }
})

test('S17: bytes exchanged after the client looked at them are not finalised as its own', async () => {
  const ticket = await createTicket(backend)
  const etag = (await putBytes(ticket, 'hello')).headers.get('etag')
  await putBytes(ticket, 'HELLO')
  expect(await readProblem(await finalize(ticket, { etag }))).toMatchObject({
    status: 422,
    details: { reason: 'etag-mismatch' },
  })
})

test('S19: a ticket lives 15 minutes at most, however often it is renewed', async () => {
  const ticket = await createTicket(backend)
  const answer = await backend.post(`/uploads/${ticket.fileId}/renew`, {})
  const renewed = ((await answer.json()) as { ticket: Ticket }).ticket
  for (const { url, expiresAt, serverTime } of [ticket, renewed]) {
    expect(Date.parse(expiresAt) - Date.parse(serverTime)).toBeLessThanOrEqual(900_000)
    expect(Number(new URL(url).searchParams.get('expires')) * 1000).toBe(Date.parse(expiresAt))
  }
})

test('S47: a key says nothing of the file, its owner or its id', async () => {
  const ticket = await createTicket(backend, { name: 'private-name.pdf' })
  const { pathname } = new URL(ticket.url)
  expect(pathname).toMatch(/^\/objects\/[0-9a-f]{32}$/)
  expect(pathname).not.toContain(ticket.fileId.replaceAll('-', ''))
  await putBytes(ticket, 'hello')
  const file = await readFile(await finalize(ticket))
  expect(new URL(file.url ?? '').pathname).toBe(pathname)
  for (const path of await backend.listBytes()) expect(path).not.toContain('private-name')
})

test('S49: links that were given out read nothing once the file is deleted', async () => {
  const before = await backend.listBytes()
  const picture = await makePicture()
  const ticket = await createTicket(backend, { contentType: 'image/png', size: picture.length })
  await putBytes(ticket, picture)
  await finalize(ticket)
  await backend.sweep()
  const path = `/files/${ticket.fileId}`
  const file = await readFile(await backend.get(path))
  const statuses = () =>
    Promise.all([file.url, file.thumbnailUrl].map(async (url) => (await fetch(url ?? '')).status))
  expect(await statuses()).toEqual([200, 200])
  expect((await backend.send('DELETE', path)).status).toBe(204)
  expect(await statuses()).toEqual([404, 404])
  expect((await backend.get(path)).status).toBe(404)
  expect(await backend.listBytes()).toEqual(before)
})
