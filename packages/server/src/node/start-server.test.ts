import { once } from 'node:events'
import { connect } from 'node:net'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  findFreePort,
  putBytes,
  readFile,
  readList,
  readProblem,
  uploadBody,
  type Ticket,
} from '../../testing/test-backend.js'
import { readEnvironment } from './read-environment.js'
import { startServer, type StartOptions } from './start-server.js'

let directory: string
let port: number
let storagePort: number

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'loadline-test-'))
  port = await findFreePort()
  storagePort = await findFreePort()
})
afterAll(() => rm(directory, { recursive: true, force: true, maxRetries: 10 }))

function start(variables: Record<string, string> = {}, options: Partial<StartOptions> = {}) {
  const environment = readEnvironment({
    PORT: String(port),
    STORAGE_PORT: String(storagePort),
    LOADLINE_DATA_DIR: directory,
    LOG_LEVEL: 'silent',
    ...variables,
  })
  return startServer({ environment, identify: () => ({ id: 'demo', name: null }), ...options })
}

const api = (path: string, body?: unknown) =>
  fetch(`http://localhost:${port}/api${path}`, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
  })

test('what was uploaded is found again after a restart, and its links still work', async () => {
  const first = await start()
  const created = await api('/uploads', uploadBody())
  const { ticket } = (await created.json()) as { ticket: Ticket }
  expect(new URL(ticket.url).origin).toBe(`http://localhost:${storagePort}`)
  expect((await putBytes(ticket, 'hello')).status).toBe(200)
  const finalized = await api(`/uploads/${ticket.fileId}/finalize`, { clientId: ticket.clientId })
  const file = await readFile(finalized)
  await first.close()
  expect((await stat(join(directory, 'secret'))).mode & 0o777).toBe(0o600)

  const second = await start()
  const page = await readList(await api('/files'))
  expect(page.files.map(({ id, checksum }) => ({ id, checksum }))).toEqual([
    { id: file.id, checksum: file.checksum },
  ])
  expect(await (await fetch(file.url ?? '')).text()).toBe('hello')
  await second.close()
}, 120_000)

test('a taken port is named with its variable; nothing is left listening', async () => {
  const running = await start()
  await expect(start({ LOADLINE_DATA_DIR: `${directory}-2` })).rejects.toThrow(
    `Port ${port} is in use. Set PORT to a free one.`,
  )
  const free = String(await findFreePort())
  await expect(start({ PORT: free, LOADLINE_DATA_DIR: `${directory}-2` })).rejects.toThrow(
    `Port ${storagePort} is in use. Set STORAGE_PORT to a free one.`,
  )
  await expect(fetch(`http://localhost:${free}/`)).rejects.toThrow('fetch failed')
  await running.close()
}, 120_000)

test('one data directory belongs to one process', async () => {
  const running = await start()
  const ports = { PORT: String(await findFreePort()), STORAGE_PORT: String(await findFreePort()) }
  await expect(start(ports)).rejects.toThrow(/is in use by another process/)
  await running.close()
  const next = await start(ports)
  await next.close()
}, 120_000)

test('pages are beside the API, and a broken Host is refused', async () => {
  const running = await start(
    { API_PUBLIC_URL: 'https://proxy.example/files' },
    { site: async () => new Response('page') },
  )
  const text = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()
  expect(await text('/')).toBe('page')
  expect(await text('/apix')).toBe('page')
  expect(await text('/api/healthz')).toBe('{"status":"ok"}')
  expect(await text('/files/healthz')).toBe('{"status":"ok"}')
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.end('GET /api/files HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n')
    let received = ''
    socket.on('data', (chunk) => (received += chunk.toString()))
    socket.on('close', () => resolve(received))
  })
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  await running.close()
}, 120_000)

test('closes under open connections, and ends them', async () => {
  const running = await start()
  const idle = connect(port, '127.0.0.1')
  const { ticket } = (await (await api('/uploads', uploadBody({ size: 1_000_000 }))).json()) as {
    ticket: Ticket
  }
  const { pathname, search } = new URL(ticket.url)
  const sending = connect(storagePort, '127.0.0.1')
  for (const socket of [idle, sending]) socket.on('error', () => undefined)
  sending.write(
    `PUT ${pathname}${search} HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 1000000\r\n\r\nx`,
  )
  await new Promise((resolve) => setTimeout(resolve, 100))
  // Nobody else ends them: the sender never goes on.
  const ended = Promise.all([idle, sending].map((socket) => once(socket, 'close')))
  await running.close()
  await ended
  await expect(fetch(`http://127.0.0.1:${port}/api/healthz`)).rejects.toThrow('fetch failed')
}, 120_000)

test('an unknown route of the API is a problem also over the wire', async () => {
  const running = await start()
  expect(await readProblem(await api('/nothing'))).toMatchObject({ status: 404 })
  await running.close()
}, 120_000)
