import { randomUUID } from 'node:crypto'
import type { BulkAnswer } from 'loadline/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedAssociation, seedFile, seedFolder } from '../../testing/seed-files.js'
import {
  createTicket,
  readList,
  startTestBackend,
  type TestBackend,
} from '../../testing/test-backend.js'
import { accessLevels, type Access } from '../identity/identify.js'

let backend: TestBackend

beforeAll(async () => {
  backend = await startTestBackend({
    // `id tenant access`, as the test wants them.
    identify: (request) => {
      const [id = '', tenantId = '', access = 'own'] = readWho(request)
      return { id, name: id, tenantId, access: access as Access }
    },
  })
}, 60_000)
afterAll(() => backend.close())

const readWho = (request: Request) => request.headers.get('authorization')?.split(' ') ?? []
const asCaller = (access: Access) => ({ authorization: `anna acme ${access}` })

const subjects = {
  own: { ownerId: 'anna', tenantId: 'acme' },
  'of a colleague': { ownerId: 'bert', tenantId: 'acme' },
  'of a colleague, public': { ownerId: 'bert', tenantId: 'acme', visibility: 'public' as const },
  'of a colleague, public, not ready': {
    ownerId: 'bert',
    tenantId: 'acme',
    visibility: 'public' as const,
    status: 'processing' as const,
  },
  'of a namesake in another tenant': { ownerId: 'anna', tenantId: 'other' },
  'of another tenant, public': {
    ownerId: 'carl',
    tenantId: 'other',
    visibility: 'public' as const,
  },
  'own, deleted': { ownerId: 'anna', tenantId: 'acme', deletedAt: new Date() },
  missing: null,
}
type Subject = keyof typeof subjects

const owned: readonly Subject[] = ['own']
const existing = (Object.keys(subjects) as Subject[]).filter(
  (name) => name !== 'missing' && name !== 'own, deleted',
)

/** Who may what: the whole of it. */
const may: Readonly<Record<'read' | 'manage', Readonly<Record<Access, readonly Subject[]>>>> = {
  read: {
    own: owned,
    public: ['own', 'of a colleague, public'],
    tenant: existing.filter((name) => !/tenant/.test(name)),
    all: existing,
  },
  manage: { own: owned, public: owned, tenant: owned, all: existing },
}

type Send = (method: string, path: string, body?: unknown) => Promise<Response>

interface Route {
  readonly name: string
  readonly needs: keyof typeof may
  /** Answers whether it was done; whatever else is said must be 404. */
  run(id: string, send: Send): Promise<boolean>
}

const single = (method: string, path: string, needs: Route['needs'], body?: unknown): Route => ({
  name: `${method} ${path}`,
  needs,
  run: async (id, send) => {
    const answer = await send(method, path.replace('{id}', id), body)
    expect([200, 204, 404]).toContain(answer.status)
    return answer.status !== 404
  },
})

const bulk = (path: string, bodyOf: (id: string) => object | Promise<object>): Route => ({
  name: `POST ${path}`,
  needs: 'manage',
  run: async (id, send) => {
    const answer = await send('POST', path, await bodyOf(id))
    const { done, failed } = (await answer.json()) as BulkAnswer
    expect(done.length + failed.length).toBe(1)
    for (const { error } of failed) expect(error).toMatchObject({ status: 404, code: 'not-found' })
    return done.length === 1
  },
})

const routes: readonly Route[] = [
  single('GET', '/files/{id}', 'read'),
  single('GET', '/files/{id}/associations', 'read'),
  single('PATCH', '/files/{id}', 'manage', { name: 'b.txt' }),
  single('DELETE', '/files/{id}', 'manage'),
  single('PUT', '/files/{id}/visibility', 'manage', { visibility: 'public' }),
  // The status it has, which is no change, or one that is legal.
  {
    ...single('PUT', '/files/{id}/status', 'manage', { status: 'ready' }),
    run: async (id, send) =>
      (await send('PUT', `/files/${id}/status`, { status: 'ready' })).status === 200,
  },
  bulk('/files/delete', (id) => ({ ids: [id] })),
  bulk('/associations', (id) => ({ fileIds: [id], entityName: 'a', entityReference: 'b' })),
  bulk('/associations/delete', async (id) => ({ ids: [await associate(id)] })),
  {
    name: 'GET /files',
    needs: 'read',
    run: async (id, send) => {
      const { files, total } = await readList(await send('GET', `/files?id=${id}&id=${id}`))
      expect(files).toHaveLength(total)
      return total === 1
    },
  },
]

const associate = (id: string) => seedAssociation(backend, id).catch(() => randomUUID())

const table = accessLevels.flatMap((access) =>
  routes.flatMap((route) =>
    (Object.keys(subjects) as Subject[]).map((subject) => ({
      access,
      route,
      subject,
      name: route.name,
      verdict: may[route.needs][access].includes(subject) ? 'done' : '404',
    })),
  ),
)

test.each(table)('access $access: $name of a file $subject: $verdict', async (row) => {
  const { access, route, subject, verdict } = row
  const seed = subjects[subject]
  const { id } = seed === null ? { id: randomUUID() } : await seedFile(backend, seed)
  const send: Send = (method, path, body) => backend.send(method, path, body, asCaller(access))
  expect(await route.run(id, send)).toBe(verdict === 'done')
})

describe.each(accessLevels)('access %s', (access) => {
  const send: Send = (method, path, body) => backend.send(method, path, body, asCaller(access))

  test.each([
    [
      'own',
      { ownerId: 'anna', tenantId: 'acme' },
      'own public tenant all',
      'own public tenant all',
    ],
    ['of a colleague', { ownerId: 'bert', tenantId: 'acme' }, 'tenant all', 'all'],
    ['of a namesake in another tenant', { ownerId: 'anna', tenantId: 'other' }, 'all', 'all'],
  ])('a folder %s', async (_name, owner, readers, managers) => {
    const id = await seedFolder(backend, owner)
    const canRead = readers.split(' ').includes(access)
    const canManage = managers.split(' ').includes(access)
    expect((await send('GET', `/folders?parentId=${id}`)).status).toBe(canRead ? 200 : 404)
    const made = await send('POST', '/folders', { name: 'b', parentId: id })
    expect(made.status).toBe(canManage ? 201 : 404)
    const other = await seedFolder(backend, owner)
    expect((await send('DELETE', `/folders/${other}`)).status).toBe(canManage ? 204 : 404)
  })

  test("an upload goes into nobody else's folder, and is gone on with by nobody else", async () => {
    const folderId = await seedFolder(backend, { ownerId: 'bert', tenantId: 'acme' })
    const body = { clientId: randomUUID(), name: 'a', contentType: 'text/plain', size: 1, folderId }
    expect((await send('POST', '/uploads', body)).status).toBe(422)
    const { fileId, clientId } = await createTicket(backend, {}, { authorization: 'bert acme all' })
    for (const [method, path, data] of [
      ['GET', `/uploads/${fileId}`, undefined],
      ['GET', `/uploads?clientId=${clientId}`, undefined],
      ['POST', `/uploads/${fileId}/renew`, {}],
      ['GET', `/uploads/${fileId}/parts`, undefined],
      ['POST', `/uploads/${fileId}/parts`, { parts: [{ partNumber: 1, size: 5 }] }],
      ['POST', `/uploads/${fileId}/finalize`, { clientId }],
      ['POST', `/uploads/${fileId}/abandon`, { clientId, reason: 'error' }],
    ] as const) {
      expect((await send(method, path, data)).status, `${method} ${path}`).toBe(404)
    }
  })
})
