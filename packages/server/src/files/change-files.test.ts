import { randomUUID } from 'node:crypto'
import type { BulkAnswer } from 'loadline/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedFile, seedFolder } from '../../testing/seed-files.js'
import { steadyClock } from '../../testing/steady-clock.js'
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

let backend: TestBackend

beforeAll(async () => {
  backend = await startTestBackend({
    apiUrl: 'http://api.test/api/',
    now: steadyClock(),
    categories: [
      { key: 'PICTURES', name: 'Pictures', contentTypes: ['image/*'], maxSize: 100 },
      { key: 'TEXTS', name: 'Texts', contentTypes: ['text/*'], maxSize: 4 },
    ],
  })
}, 60_000)
afterAll(() => backend.close())

const patch = (id: string, body: unknown) => backend.send('PATCH', `/files/${id}`, body)
const put = (path: string, body: unknown) => backend.send('PUT', path, body)

describe('rename', () => {
  test.each([
    ['new ünï 🦞.txt', 'new ünï 🦞.txt'],
    ['  around.txt \t', 'around.txt'],
    [`<b>"it's" & 50%.txt`, `<b>"it's" & 50%.txt`],
    ['🦞'.repeat(255), '🦞'.repeat(255)],
    ['...', '...'],
    ['CON', 'CON'],
  ])('to %j is to %j', async (name, kept) => {
    const { id } = await seedFile(backend, {})
    expect((await readFile(await patch(id, { name }))).name).toBe(kept)
    const { files } = await readList(
      await backend.get(`/files?id=${id}&search=${encodeURIComponent(kept.toUpperCase())}`),
    )
    expect(files.map((file) => file.name)).toEqual([kept])
  })

  test.each([
    '',
    '  ',
    '.',
    '..',
    ' .. ',
    'a/b',
    'a\\b',
    'a\u0000b',
    'a\nb',
    'a\u007fb',
    'half \ud800',
    'x'.repeat(256),
    '🦞'.repeat(256),
    null,
    1,
  ])('to %j is refused, and the old name stays', async (name) => {
    const { id } = await seedFile(backend, { name: 'old.txt' })
    expect(await readProblem(await patch(id, { name }))).toMatchObject({
      status: 422,
      code: 'validation',
    })
    expect((await readFile(await backend.get(`/files/${id}`))).name).toBe('old.txt')
  })
})

describe('update', () => {
  test('changes what is given, at a new time, and nothing without a difference', async () => {
    const updatedAt = new Date(0)
    const { id, version } = await seedFile(backend, { name: 'a.txt', updatedAt, size: 3 })
    const folderId = await seedFolder(backend)
    const moved = await readFile(await patch(id, { folderId, category: 'TEXTS' }))
    expect(moved).toMatchObject({ name: 'a.txt', folderId, category: { key: 'TEXTS' } })
    expect(Date.parse(moved.updatedAt ?? '')).toBeGreaterThan(updatedAt.getTime())
    const same = await readFile(await patch(id, { folderId, name: 'a.txt' }))
    expect(same).toEqual(moved)
    expect(await readFile(await patch(id, {}))).toEqual(moved)
    const back = await readFile(await patch(id, { folderId: null, category: null }))
    expect(back).toMatchObject({ folderId: null, category: null })
    const row = await backend.db.query.files.findFirst({ where: (file, { eq }) => eq(file.id, id) })
    expect(row?.version).toBe(version + 2)
  })

  test('refuses a category that the file does not fit, a folder of nobody, and more', async () => {
    const { id } = await seedFile(backend, { contentType: 'text/plain', size: 5 })
    for (const [body, code] of [
      [{ category: 'PICTURES' }, 'type-not-allowed'],
      [{ category: 'TEXTS' }, 'too-large'],
      [{ category: 'NONE' }, 'validation'],
      [{ folderId: randomUUID() }, 'validation'],
      [{ folderId: 'x' }, 'validation'],
      [{ folderId: '' }, 'validation'],
      [{ category: '' }, 'validation'],
      [{ folderId: await seedFolder(backend, { ownerId: 'bert' }) }, 'validation'],
      [{ size: 1 }, 'validation'],
    ] as const) {
      expect(await readProblem(await patch(id, body))).toMatchObject({ status: 422, code })
    }
  })
})

describe('visibility', () => {
  test('public is an address that stays, for everybody, until it is private or deleted', async () => {
    const file = await uploadText(backend, { name: 'ä/b "c".txt' })
    expect(file.urlExpiresAt).not.toBeNull()
    const shown = await readFile(
      await put(`/files/${file.id}/visibility`, { visibility: 'public' }),
    )
    expect(shown).toMatchObject({ visibility: 'public', urlExpiresAt: null })
    const url = shown.url ?? ''
    expect(url).toBe(`http://api.test/api/public/${file.id}/${encodeURIComponent('ä_b "c".txt')}`)
    const open = () =>
      backend.fetch(new Request(url, { headers: { authorization: 'nobody' }, redirect: 'manual' }))
    const answer = await open()
    expect(answer.status).toBe(302)
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const bytes = await fetch(answer.headers.get('location') ?? '')
    expect(await bytes.text()).toBe('hello')
    expect(bytes.headers.get('referrer-policy')).toBe('no-referrer')

    const hidden = await readFile(
      await put(`/files/${file.id}/visibility`, { visibility: 'private' }),
    )
    expect(hidden.urlExpiresAt).not.toBeNull()
    expect((await readProblem(await open())).status).toBe(404)
    await put(`/files/${file.id}/visibility`, { visibility: 'public' })
    expect((await open()).status).toBe(302)
    await backend.send('DELETE', `/files/${file.id}`)
    expect((await readProblem(await open())).status).toBe(404)
    // Nor is anything read any more by what was signed before.
    expect((await fetch(answer.headers.get('location') ?? '')).status).toBe(404)
  })

  test.each(['upload_pending', 'processing', 'error', 'cancelled'] as const)(
    'a public file that is %s is opened by nobody',
    async (status) => {
      const { id } = await seedFile(backend, { status, visibility: 'public' })
      expect((await readFile(await backend.get(`/files/${id}`))).url).toBeNull()
      expect((await backend.get(`/public/${id}/a.txt`)).status).toBe(404)
    },
  )

  test('what has no thumbnail has no address of one', async () => {
    const { id } = await seedFile(backend, { visibility: 'public' })
    expect((await backend.get(`/public/${id}/a?variant=thumbnail`)).status).toBe(404)
    const { id: picture } = await seedFile(backend, {
      visibility: 'public',
      thumbnailKey: 'a'.repeat(32),
      imageWidth: 1,
      imageHeight: 1,
    })
    const { thumbnailUrl } = await readFile(await backend.get(`/files/${picture}`))
    expect(thumbnailUrl).toMatch(/\?variant=thumbnail$/)
    expect((await backend.fetch(new Request(thumbnailUrl ?? ''))).status).toBe(302)
  })
})

const statuses = ['upload_pending', 'processing', 'ready', 'error', 'cancelled'] as const
const legal = new Set([
  'upload_pending to cancelled',
  'upload_pending to error',
  'processing to ready',
  'processing to error',
  'error to processing',
])
const matrix = statuses.flatMap((from) =>
  statuses.map((to) => ({
    from,
    to,
    verdict: from === to ? 'no change' : legal.has(`${from} to ${to}`) ? 'a change' : '409',
  })),
)

describe('status', () => {
  test.each(matrix)('from $from to $to is $verdict', async ({ from, to, verdict }) => {
    const { id, updatedAt } = await seedFile(backend, {
      status: from,
      updatedAt: new Date(0),
      ...(from === 'upload_pending' ? { finalizedAt: null } : {}),
    })
    const answer = await put(`/files/${id}/status`, { status: to })
    if (verdict === '409') {
      expect(await readProblem(answer)).toMatchObject({ status: 409, code: 'conflict' })
      return
    }
    const file = await readFile(answer)
    expect(file.status).toBe(to)
    expect(Date.parse(file.updatedAt ?? '') > updatedAt.getTime()).toBe(verdict === 'a change')
    const anyStatus = statuses.map((status) => `&status=${status}`).join('')
    expect((await readList(await backend.get(`/files?id=${id}${anyStatus}`))).total).toBe(1)
  })

  test.each([
    ['cancelled', null],
    ['error', 'upload-failed'],
  ])('an upload that is %s has no bytes, and gets none', async (status, statusReason) => {
    const ticket = await createTicket(backend)
    await putBytes(ticket, 'hello')
    const ended = await readFile(await put(`/files/${ticket.fileId}/status`, { status }))
    expect(ended).toMatchObject({ status, statusReason })
    expect(await backend.store.head(await keyOf(ticket.fileId))).toBeNull()
    expect((await putBytes(ticket, 'hello')).status).toBe(404)
    const path = `/uploads/${ticket.fileId}`
    const { clientId } = ticket
    expect((await backend.post(`${path}/finalize`, { clientId })).status).toBe(409)
    expect((await backend.post(`${path}/renew`, {})).status).toBe(409)
    expect(await (await backend.get(path)).json()).toEqual({ state: 'gone', file: null })
    const again = await put(`/files/${ticket.fileId}/status`, { status: 'processing' })
    expect((await readProblem(again)).status).toBe(409)
  })
})

test('why a file is an error is told as long as it is one', async () => {
  const { id } = await seedFile(backend, { status: 'error', errorReason: 'infected' })
  expect((await readFile(await backend.get(`/files/${id}`))).statusReason).toBe('infected')
  const listed = await readList(await backend.get(`/files?id=${id}`))
  expect(listed.files.map(({ statusReason }) => statusReason)).toEqual(['infected'])
  const again = await put(`/files/${id}/status`, { status: 'processing' })
  expect((await readFile(again)).statusReason).toBeNull()
})

async function keyOf(id: string): Promise<string> {
  const row = await backend.db.query.files.findFirst({ where: (file, { eq }) => eq(file.id, id) })
  return row?.objectKey ?? ''
}

describe('delete', () => {
  test('ends a file for everybody, with its bytes; the upload does not come back', async () => {
    const file = await uploadText(backend)
    expect((await backend.send('DELETE', `/files/${file.id}`)).status).toBe(204)
    expect((await backend.get(`/files/${file.id}`)).status).toBe(404)
    expect((await fetch(file.url ?? '')).status).toBe(404)
    expect((await backend.send('DELETE', `/files/${file.id}`)).status).toBe(404)
    const path = `/uploads/${file.id}`
    const { clientId } = file
    expect(await (await backend.get(path)).json()).toEqual({ state: 'gone', file: null })
    expect((await backend.post(`${path}/finalize`, { clientId })).status).toBeGreaterThanOrEqual(
      404,
    )
  })

  test('of an upload on its way ends it', async () => {
    const ticket = await createTicket(backend, { size: 5, preferredKinds: ['multipart'] })
    expect((await backend.send('DELETE', `/files/${ticket.fileId}`)).status).toBe(204)
    const parts = { parts: [{ partNumber: 1, size: 5 }] }
    expect((await backend.post(`/uploads/${ticket.fileId}/parts`, parts)).status).toBe(409)
  })

  test('of many answers for each in the order asked, and bounds their number', async () => {
    const { id } = await seedFile(backend, {})
    const { id: other } = await seedFile(backend, {})
    const missing = randomUUID()
    const ids = [missing, other, 'no id', id.toUpperCase(), other]
    const answer = (await (await backend.post('/files/delete', { ids })).json()) as BulkAnswer
    expect(answer.done).toEqual([other, id.toUpperCase()])
    expect(answer.failed.map((failure) => failure.id)).toEqual([missing, 'no id'])
    for (const wrong of [[], Array.from({ length: 201 }, () => missing)]) {
      expect((await backend.post('/files/delete', { ids: wrong })).status).toBe(422)
    }
  })
})
