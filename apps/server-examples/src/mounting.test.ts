import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { CreateUploadAnswer, GetFileAnswer, ListFilesAnswer } from 'loadline/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createExpressApp } from './express-app.js'
import { createHonoApp } from './hono-app.js'
import { filesApi } from './next/files-api.js'
import * as nextRoute from './next/app/api/[...path]/route.js'

const closers: (() => Promise<unknown>)[] = []
const urls = new Map<string, string>()

beforeAll(async () => {
  const directory = await mkdtemp(join(tmpdir(), 'loadline-mount-'))
  closers.push(() => rm(directory, { recursive: true, force: true }))
  let answerStore: (request: Request) => Promise<Response> = async () =>
    new Response(null, { status: 503 })
  const storageUrl = await serveFetch((request) => answerStore(request))
  Object.assign(process.env, {
    FILES_DIR: directory,
    STORAGE_URL: storageUrl,
    PAGE_ORIGIN: 'http://localhost:3000',
    SIGNING_SECRET: randomBytes(32).toString('base64'),
  })
  const { api, store } = await filesApi()
  closers.push(() => api.close())
  answerStore = (request) => store.fetch(request)
  urls.set('Express', await serve(createExpressApp(api)))
  urls.set('Hono', await serveFetch(async (request) => createHonoApp(api).fetch(request)))
  urls.set('Next.js', await serveFetch(answerAsNext))
}, 60_000)

afterAll(async () => {
  for (const close of closers.toReversed()) await close()
})

describe.each(['Express', 'Hono', 'Next.js'])('mounted in %s', (name) => {
  const call = (method: string, path: string, body?: unknown, session = 'session-of-anna') =>
    fetch(`${urls.get(name)}/api${path}`, {
      method,
      headers: { 'content-type': 'application/json', cookie: `theme=dark; session=${session}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })

  test('a file is signed, stored, finalised, listed and read', async () => {
    // Not at random: one in 256 would begin with a `<`, and be refused as a page under the name of a picture.
    const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => (i * 31) % 256)
    const clientId = randomUUID()
    const request = {
      clientId,
      name: `${name}.bin`,
      contentType: 'image/x-raw',
      size: bytes.length,
    }
    const { ticket } = (await (
      await call('POST', '/uploads', request)
    ).json()) as CreateUploadAnswer
    if (ticket.kind !== 'put') throw new Error(`A ticket for a ${ticket.kind}.`)
    const stored = await fetch(ticket.url, { method: 'PUT', headers: ticket.headers, body: bytes })
    expect(stored.status).toBe(200)
    const finalized = await call('POST', `/uploads/${ticket.fileId}/finalize`, { clientId })
    expect(finalized.status).toBe(200)
    const file = (await finalized.json()) as GetFileAnswer
    const list = (await (await call('GET', `/files?search=${name}`)).json()) as ListFilesAnswer
    expect(list.files.map(({ id }) => id)).toEqual([file.id])
    const read = await fetch(file.url ?? '')
    expect(sha256(new Uint8Array(await read.arrayBuffer()))).toBe(sha256(bytes))
    const others = await call('GET', `/files/${file.id}`, undefined, 'session-of-bert')
    expect(others.status).toBe(404)
  })

  test('who is not signed in is told so', async () => {
    const answer = await call('GET', '/files', undefined, 'forged')
    expect(answer.status).toBe(401)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  })
})

test.each(['Express', 'Hono'])('%s answers its own pages', async (name) => {
  expect(await (await fetch(`${urls.get(name)}/`)).text()).toBe('<h1>The application</h1>')
})

/** As Next.js calls a route: the exported function of the request's method. */
async function answerAsNext(request: Request): Promise<Response> {
  const handlers: Readonly<Record<string, (request: Request) => Promise<Response>>> = nextRoute
  return handlers[request.method]?.(request) ?? new Response(null, { status: 405 })
}

function serveFetch(answer: (request: Request) => Promise<Response>): Promise<string> {
  const listener = getRequestListener(answer)
  return serve((request, response) => void listener(request, response))
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.push(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
