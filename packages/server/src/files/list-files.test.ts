import fc from 'fast-check'
import type { GetFileAnswer } from 'loadline/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createTicket,
  readFile,
  readList,
  readProblem,
  startTestBackend,
  uploadText,
  type TestBackend,
} from '../../testing/test-backend.js'

let backend: TestBackend
let now = Date.UTC(2026, 0, 1)

beforeAll(async () => {
  backend = await startTestBackend({ now: () => now })
}, 60_000)
afterAll(() => backend.close())

const as = (person: string) => ({ authorization: person })

async function list(query: string, person: string) {
  const answer = await backend.get(`/files?${query}`, as(person))
  expect(answer.status).toBe(200)
  return readList(answer)
}

const idsOf = (files: readonly GetFileAnswer[]) => files.map((file) => file.id)

test('shows what is ready, newest first, and pending ones only where they are asked for', async () => {
  const person = 'carl'
  const first = await uploadText(backend, {}, as(person))
  now += 1
  const second = await uploadText(backend, {}, as(person))
  const pending = await createTicket(backend, {}, as(person))
  const page = await list('', person)
  expect(idsOf(page.files)).toEqual([second.id, first.id])
  expect(page).toMatchObject({ total: 2, nextCursor: null })
  const asked = await list('status=upload_pending', person)
  expect(idsOf(asked.files)).toEqual([pending.fileId])
  expect(asked.files[0]?.url).toBeNull()
  expect((await list('status=ready&status=upload_pending', person)).total).toBe(3)
  expect((await list('status=cancelled&status=unknown', person)).total).toBe(0)
})

test('a listed URL is the same for a while, and valid for half of its life at least', async () => {
  const person = 'dora'
  await uploadText(backend, {}, as(person))
  const first = (await list('', person)).files[0]
  now += 1000
  const second = (await list('', person)).files[0]
  expect(second?.url).toBe(first?.url)
  now += 1_800_000
  const third = (await list('', person)).files[0]
  expect(third?.url).not.toBe(first?.url)
  expect(Date.parse(third?.urlExpiresAt ?? '')).toBeGreaterThanOrEqual(now + 1_800_000)
})

test('search finds any part of the name, whatever its case, and knows no wildcards', async () => {
  const person = 'emma'
  const names = ['Überräschung.pdf', '100%_!.txt', 'straße', 'e\u0301te\u0301', '[x]\\y*.md']
  for (const name of names) await uploadText(backend, { name }, as(person))
  const search = async (text: string) =>
    (await list(`search=${encodeURIComponent(text)}`, person)).files.map((file) => file.name)
  expect(await search('RÄSCH')).toEqual(['Überräschung.pdf'])
  expect(await search('%')).toEqual(['100%_!.txt'])
  expect(await search('_')).toEqual(['100%_!.txt'])
  expect(await search('!')).toEqual(['100%_!.txt'])
  expect(await search('\\Y*')).toEqual(['[x]\\y*.md'])
  expect(await search('\u00c9T\u00c9')).toEqual(['e\u0301te\u0301'])
  expect(await search('STRA')).toEqual(['straße'])
  expect(await search("'; drop table files; --")).toEqual([])
  expect(await search('')).toHaveLength(names.length)
})

const sortKeys = 'createdAt updatedAt name size contentType status visibility'.split(' ')

test('every sort is total: pages by cursor and by offset are the list', async () => {
  const person = 'finn'
  for (let index = 0; index < 12; index++) {
    if (index % 3 === 0) now += 1
    const name = ['b', 'A', 'a', 'B'][index % 4] ?? ''
    const visibility = index % 2 === 0 ? 'public' : 'private'
    const contentType = index % 4 === 0 ? 'text/plain' : 'text/css'
    const size = index % 2 === 0 ? 3 : 5
    await uploadText(backend, { name, size, visibility, contentType }, as(person))
  }
  for (const sort of sortKeys) {
    const up = idsOf((await list(`sort=${sort}`, person)).files)
    const down = idsOf((await list(`sort=-${sort}`, person)).files)
    expect(down).toEqual(up.toReversed())
    const paged: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await list(`sort=${sort}&limit=5${cursor && `&cursor=${cursor}`}`, person)
      paged.push(...idsOf(page.files))
      cursor = page.nextCursor
    }
    expect(paged).toEqual(up)
    expect(idsOf((await list(`sort=${sort}&limit=5&offset=7`, person)).files)).toEqual(up.slice(7))
  }
  const names = (await list('sort=name', person)).files.map((file) => file.name.toLowerCase())
  expect(names).toEqual(names.toSorted())
})

test('paging neither skips nor doubles while files come and go', async () => {
  let run = 0
  const step = fc.constantFrom('page', 'page', 'add', 'delete')
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(
        '-createdAt',
        'createdAt',
        'name',
        '-size',
        'contentType',
        '-status',
        'visibility',
      ),
      fc.integer({ min: 1, max: 4 }),
      fc.array(step, { maxLength: 12 }),
      async (sort, limit, steps) => {
        const person = `run-${run++}`
        const add = async () => {
          now += 1
          const size = now % 5
          return uploadText(backend, { name: `n${now % 3}`, size }, as(person))
        }
        const stay = new Set<string>()
        for (let index = 0; index < 6; index++) stay.add((await add()).id)
        const deletable: GetFileAnswer[] = [await add(), await add(), await add()]
        const seen: string[] = []
        let cursor: string | null = null
        let isOver = false
        for (const action of [...steps, ...Array.from({ length: 25 }, () => 'page')]) {
          if (action === 'add') await add()
          const file = action === 'delete' ? deletable.pop() : undefined
          if (file !== undefined) {
            await backend.post(
              `/uploads/${file.id}/abandon`,
              { clientId: file.clientId, reason: 'error' },
              as(person),
            )
          }
          if (action !== 'page' || isOver) continue
          const after: string = cursor === null ? '' : `&cursor=${cursor}`
          const page = await list(`sort=${sort}&limit=${limit}${after}`, person)
          seen.push(...idsOf(page.files))
          cursor = page.nextCursor
          isOver = cursor === null
        }
        expect(new Set(seen).size).toBe(seen.length)
        expect(seen.filter((id) => stay.has(id))).toHaveLength(stay.size)
      },
    ),
    { numRuns: 12 },
  )
}, 60_000)

describe('refuses', () => {
  test.each([
    'limit=0',
    'limit=201',
    'limit=-1',
    'limit=x',
    'limit=1&limit=2',
    'limit=',
    'offset=-1',
    'offset=99999999999',
    'offset=1.5',
    'cursor=x',
    'cursor=%00',
    'search=%00',
    'status=READY',
    'status=',
    'sort=owner',
    'sort=folderId',
    'createdAfter=yesterday',
    'createdBefore=0000-01-01T00:00:00Z',
    'entityReference=1',
    'visibility=secret',
    `cursor=${Buffer.from('["-createdAt","2026-13-45T00:00:00.000Z","x"]').toString('base64url')}`,
  ])('?%s', async (query) => {
    const problem = await readProblem(await backend.get(`/files?${query}`))
    expect(problem).toMatchObject({ status: 422 })
  })

  test('a cursor of another sort, or beside an offset', async () => {
    const person = 'gina'
    await uploadText(backend, {}, as(person))
    await uploadText(backend, {}, as(person))
    const { nextCursor } = await list('sort=name&limit=1', person)
    for (const query of [`cursor=${nextCursor}`, `sort=name&cursor=${nextCursor}&offset=0`]) {
      const answer = await backend.get(`/files?${query}`, as(person))
      expect(await readProblem(answer)).toMatchObject({ status: 422, code: 'validation' })
    }
  })

  test('a parameter that it does not know', async () => {
    const problem = await readProblem(await backend.get('/files?utm_source=a'))
    expect(problem).toMatchObject({ status: 422, code: 'unsupported' })
  })
})

test('one file is answered as the list shows it', async () => {
  const file = await uploadText(backend, { metadata: { a: { b: [1, null, 'x'] } } }, as('hugo'))
  const [listed] = (await list('', 'hugo')).files
  expect(await readFile(await backend.get(`/files/${file.id}`, as('hugo')))).toEqual(listed)
  expect(listed).toEqual(file)
})
