import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer as createNetServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GetFileAnswer, ListFilesAnswer, Problem } from 'loadline/protocol'
import { createLog } from '../src/http/log.js'
import { listen } from '../src/node/listen.js'
import {
  createDiskStore,
  type DiskStore,
  type DiskStoreOptions,
} from '../src/store/disk/create-disk-store.js'
import { serveDatabase } from '../src/serve-database.js'
import type { ServeOptions } from '../src/serve-options.js'
import { openTestDatabase } from './test-database.js'

export const pageOrigin = 'http://localhost:4321'

/** Of any kind: a test knows which it asked for. */
export interface Ticket {
  readonly kind: 'put' | 'form' | 'multipart'
  readonly clientId: string
  readonly fileId: string
  readonly url: string
  readonly headers: Record<string, string>
  readonly expiresAt: string
  readonly serverTime: string
  readonly maxSize: number
  readonly fields: readonly (readonly [string, string])[]
  readonly fileField: string
  readonly uploadId: string
  readonly partSize: number
  readonly partCount: number
}

export type TestBackend = Awaited<ReturnType<typeof startTestBackend>>

/** A disk store on a real port, and the API over it in memory. `close` removes everything. */
export async function startTestBackend(options: Partial<ServeOptions> = {}) {
  const lines: string[] = []
  const log = createLog((line) => lines.push(line))
  const disk = await startTestStore({ log, now: options.now })
  const database = await openTestDatabase()
  const server = await serveDatabase(database, {
    store: disk.store,
    // The caller is who the header says: tests act as several people.
    identify: (request) => {
      const id = request.headers.get('authorization') ?? 'anna'
      if (id === 'broken') throw new Error('detail of broken')
      return id === 'nobody' ? null : { id, name: `User ${id}` }
    },
    allowedOrigins: [pageOrigin],
    log,
    ...options,
  })
  const send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    server.fetch(
      new Request(`http://api.test/api${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
  return {
    ...disk,
    lines,
    db: database.db,
    fetch: server.fetch,
    sweep: server.sweep,
    send,
    get: (path: string, headers?: Record<string, string>) => send('GET', path, undefined, headers),
    post: (path: string, body: unknown, headers?: Record<string, string>) =>
      send('POST', path, body, headers),
    close: async () => {
      await server.close()
      await disk.close()
    },
  }
}

export async function startTestStore(options: Partial<DiskStoreOptions> = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'loadline-test-'))
  const port = await findFreePort()
  const store: DiskStore = await createDiskStore({
    directory,
    publicUrl: `http://127.0.0.1:${port}`,
    secret: new Uint8Array(32).fill(7),
    allowedOrigins: [pageOrigin],
    log: createLog(() => undefined, 'silent'),
    ...options,
  })
  const listener = await listen({
    port,
    host: '127.0.0.1',
    variable: 'PORT',
    fetch: store.fetch,
    refuse: () => new Response(null, { status: 400 }),
    requestTimeoutMs: 0,
  })
  return {
    store,
    directory,
    port,
    /** All files below `objects/` and `partial/`: what would be an orphan after a refusal. */
    listBytes: async () => [
      ...(await filesBelow(join(directory, 'objects'))),
      ...(await filesBelow(join(directory, 'partial'))),
    ],
    close: async () => {
      await listener.close(0)
      // An attempt that the server waits for no longer may still write a last file.
      await rm(directory, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}

export function uploadBody(overrides: Record<string, unknown> = {}) {
  return {
    clientId: randomUUID(),
    name: 'a.txt',
    contentType: 'text/plain',
    size: 5,
    ...overrides,
  }
}

export async function createTicket(
  backend: TestBackend,
  overrides: Record<string, unknown> = {},
  headers?: Record<string, string>,
): Promise<Ticket> {
  const answer = await backend.post('/uploads', uploadBody(overrides), headers)
  if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`)
  return ((await answer.json()) as { ticket: Ticket }).ticket
}

export function putBytes(
  ticket: { url: string; headers: Readonly<Record<string, string>> },
  body: string | Uint8Array<ArrayBuffer>,
) {
  return fetch(ticket.url, { method: 'PUT', headers: { ...ticket.headers }, body })
}

/** All three steps. */
export async function uploadText(
  backend: TestBackend,
  overrides: Record<string, unknown> = {},
  headers?: Record<string, string>,
): Promise<GetFileAnswer> {
  const ticket = await createTicket(backend, overrides, headers)
  await putBytes(ticket, 'hello'.slice(0, ticket.maxSize))
  const path = `/uploads/${ticket.fileId}/finalize`
  const answer = await backend.post(path, { clientId: ticket.clientId }, headers)
  if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`)
  return readFile(answer)
}

export const readFile = async (answer: Response) => (await answer.json()) as GetFileAnswer
export const readList = async (answer: Response) => (await answer.json()) as ListFilesAnswer

/** The problem of an answer, checked to be one. */
export async function readProblem(answer: Response): Promise<Problem> {
  const type = answer.headers.get('content-type')
  if (type !== 'application/problem+json') throw new Error(`Not a problem: ${type}`)
  const problem = (await answer.json()) as Problem
  if (problem.status !== answer.status) throw new Error('The status differs from the answer.')
  return problem
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createNetServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 1500; attempt++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('It did not become so within thirty seconds.')
}

async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
