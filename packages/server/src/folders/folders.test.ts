import { randomUUID } from 'node:crypto'
import type { CreateFolderAnswer, ListFoldersAnswer } from 'loadline/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedFile } from '../../testing/seed-files.js'
import {
  createTicket,
  readFile,
  readProblem,
  startTestBackend,
  uploadText,
  type TestBackend,
} from '../../testing/test-backend.js'

let backend: TestBackend

beforeAll(async () => {
  backend = await startTestBackend()
}, 60_000)
afterAll(() => backend.close())

const as = (person: string) => ({ authorization: person })
const create = (name: unknown, parentId: string | null = null, person = 'anna') =>
  backend.post('/folders', { name, parentId }, as(person))

async function make(name: string, parentId: string | null = null, person = 'anna') {
  const answer = await create(name, parentId, person)
  expect(answer.status).toBe(201)
  return (await answer.json()) as CreateFolderAnswer
}

async function list(parentId: string, person = 'anna') {
  const answer = await backend.get(`/folders?parentId=${parentId}`, as(person))
  return ((await answer.json()) as ListFoldersAnswer).folders
}

test('folders in folders, by name, with their path', async () => {
  const outer = await make('Outer', null, 'bert')
  const names = ['b', 'A', 'ä', 'c']
  for (const name of names) await make(name, outer.id, 'bert')
  const inside = await list(outer.id, 'bert')
  expect(inside.map((folder) => folder.name)).toEqual(['A', 'b', 'c', 'ä'])
  const [first] = inside
  expect(first).toMatchObject({
    parentId: outer.id,
    path: [
      { id: outer.id, name: 'Outer' },
      { id: first?.id, name: 'A' },
    ],
  })
  expect(await list('', 'bert')).toEqual([outer])
  const absent = (await (await backend.get('/folders', as('bert'))).json()) as ListFoldersAnswer
  expect(absent.folders).toEqual([outer])
  expect(await list('', 'carl')).toEqual([])
})

test.each([
  ['a', 'A'],
  ['\u00c9t\u00e9', 'e\u0301TE\u0301'],
  ['Straße', 'STRASSE'],
  ['\u039f\u0394\u039f\u03a3', '\u03bf\u03b4\u03bf\u03c3'],
  ['x', ' x '],
])('%j beside %j is a name that is taken (S50)', async (one, other) => {
  const parent = await make(randomUUID())
  await make(one, parent.id)
  const problem = await readProblem(await create(other, parent.id))
  expect(problem).toMatchObject({
    status: 409,
    code: 'conflict',
    details: { reason: 'name-taken' },
  })
  await make(other, (await make(randomUUID())).id)
})

test('of fifty that make the same folder at once one does', async () => {
  const name = randomUUID()
  const answers = await Promise.all(Array.from({ length: 50 }, () => create(name)))
  const made = answers.filter((answer) => answer.status === 201)
  expect(made).toHaveLength(1)
  expect(answers.filter((answer) => answer.status === 409)).toHaveLength(49)
})

test.each(['', ' ', '.', '..', 'a/b', 'a\\b', 'a\nb', 'x'.repeat(256), 7, null])(
  'a folder called %j is refused',
  async (name) => {
    expect((await readProblem(await create(name))).status).toBe(422)
  },
)

test('they nest to a depth, and no deeper', async () => {
  let parentId: string | null = null
  for (let depth = 0; depth < 64; depth++) parentId = (await make('deep', parentId, 'deep')).id
  const problem = await readProblem(await create('deep', parentId, 'deep'))
  expect(problem).toMatchObject({ status: 422, details: { reason: 'folder-too-deep' } })
  expect((await list(parentId ?? '', 'deep')).length).toBe(0)
})

test('only an empty one is deleted', async () => {
  const folder = await make(randomUUID())
  const remove = () => backend.send('DELETE', `/folders/${folder.id}`)
  const reasons: unknown[] = []
  const inner = await make('inner', folder.id)
  reasons.push((await readProblem(await remove())).details)
  await backend.send('DELETE', `/folders/${inner.id}`)
  const { id } = await seedFile(backend, { folderId: folder.id })
  reasons.push((await readProblem(await remove())).details)
  await backend.send('DELETE', `/files/${id}`)
  const { fileId } = await createTicket(backend, { folderId: folder.id })
  reasons.push((await readProblem(await remove())).details)
  await backend.send('PATCH', `/files/${fileId}`, { folderId: null })
  const reason = 'folder-not-empty'
  expect(reasons).toEqual([
    { reason, folderCount: 1, fileCount: 0 },
    { reason, folderCount: 0, fileCount: 1 },
    { reason, folderCount: 0, fileCount: 1 },
  ])
  expect((await remove()).status).toBe(204)
  expect((await remove()).status).toBe(404)
  expect((await backend.get(`/folders?parentId=${folder.id}`)).status).toBe(404)
})

test('an upload into a folder is there when it is done', async () => {
  const { id } = await make(randomUUID())
  const file = await uploadText(backend, { folderId: id })
  expect(file.folderId).toBe(id)
  expect((await readFile(await backend.get(`/files/${file.id}`))).folderId).toBe(id)
})

test('a file that is moved while its folder is deleted is in it, or the folder is gone', async () => {
  for (let round = 0; round < 10; round++) {
    const { id: folderId } = await make(randomUUID())
    const { id } = await seedFile(backend, {})
    const [moved, deleted] = await Promise.all([
      backend.send('PATCH', `/files/${id}`, { folderId }),
      backend.send('DELETE', `/folders/${folderId}`),
    ])
    expect([`${moved.status} ${deleted.status}`]).toEqual([
      expect.stringMatching(/^(200 409|422 204)$/),
    ])
  }
})
