import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedAssociation, seedFiles, seedFolder } from '../../testing/seed-files.js'
import { readList, startTestBackend, type TestBackend } from '../../testing/test-backend.js'

let backend: TestBackend
let folderId: string
let firstId: string

const day = (number: number) => new Date(Date.UTC(2026, 0, number))

/** By name, so that a case can say which of them it expects. */
beforeAll(async () => {
  backend = await startTestBackend({
    // Everybody sees what there is: the filters alone decide.
    identify: () => ({ id: 'anna', name: null, access: 'all' }),
  })
  folderId = await seedFolder(backend)
  const rows = await seedFiles(backend, [
    { name: 'png', contentType: 'image/png', category: 'A', createdAt: day(1), folderId },
    { name: 'jpeg', contentType: 'Image/JPEG', category: 'B', createdAt: day(2) },
    {
      name: 'text',
      contentType: 'text/plain; charset=utf-8',
      visibility: 'public',
      ownerId: 'bert',
      createdAt: day(3),
    },
    { name: 'odd', contentType: 'image_/x%y', status: 'error', createdAt: day(4) },
    { name: 'pending', status: 'upload_pending', createdAt: day(5) },
    { name: 'deleted', deletedAt: day(5), createdAt: day(5) },
  ])
  const [png, jpeg] = rows
  if (png === undefined || jpeg === undefined) throw new Error('Nothing was inserted.')
  firstId = png.id
  await seedAssociation(backend, png.id, '1')
  await seedAssociation(backend, png.id, '2')
  await seedAssociation(backend, jpeg.id, '2')
}, 60_000)
afterAll(() => backend.close())

test.each([
  ['', 'png jpeg text odd'],
  ['category=A', 'png'],
  ['category=A&category=B', 'png jpeg'],
  ['category=C', ''],
  ['status=ready', 'png jpeg text'],
  ['status=error&status=upload_pending', 'odd pending'],
  ['visibility=public', 'text'],
  ['visibility=private', 'png jpeg odd'],
  ['contentType=image%2Fpng', 'png'],
  ['contentType=IMAGE%2Fjpeg', 'jpeg'],
  ['contentType=text%2Fplain', 'text'],
  ['contentType=image%2F*', 'png jpeg'],
  ['contentType=image%2F*&contentType=text%2Fplain', 'png jpeg text'],
  ['contentType=image', ''],
  ['contentType=i%25%2F*', ''],
  ['contentType=*%2F*', 'png jpeg text odd'],
  ['folderId=', 'jpeg text odd'],
  ['folderId=FOLDER', 'png'],
  ['folderId=none', ''],
  ['folderId=00000000-0000-4000-8000-000000000000', ''],
  ['entityName=invoice', 'png jpeg'],
  ['entityName=invoice&entityReference=2', 'png jpeg'],
  ['entityName=invoice&entityReference=1&entityReference=9', 'png'],
  ['entityName=other', ''],
  ['createdBy=bert', 'text'],
  ['createdBy=nobody', ''],
  ['createdAfter=2026-01-02T00:00:00.000Z', 'text odd'],
  ['createdAfter=2026-01-02', 'text odd'],
  ['createdBefore=2026-01-02T01:00:00%2B01:00', 'png'],
  ['createdAfter=2026-01-01&createdBefore=2026-01-04', 'jpeg text'],
  ['id=FIRST&id=none&id=00000000-0000-4000-8000-000000000000', 'png'],
  ['id=none', ''],
  ['search=E', 'jpeg text'],
  ['search=E&contentType=image%2F*&sort=-name', 'jpeg'],
])('?%s lists "%s"', async (query, names) => {
  const asked = query.replace('FOLDER', folderId).replace('FIRST', firstId)
  const sort = asked.includes('sort=') ? '' : '&sort=createdAt'
  const { files, total } = await readList(await backend.get(`/files?${asked}${sort}`))
  expect(files.map((file) => file.name).join(' ')).toBe(names)
  expect(total).toBe(files.length)
})

test('a page shows what its files belong to', async () => {
  const { files } = await readList(await backend.get(`/files?id=${firstId}`))
  const references = files[0]?.associations?.map((one) => one.entityReference)
  expect(references?.toSorted()).toEqual(['1', '2'])
  expect(files[0]).toMatchObject({ folderId })
})

test('names that are longer than an index bears are sorted and paged all the same', async () => {
  const letters = Array.from({ length: 900 }, () => randomUUID().slice(0, 1))
  const names = ['a', 'b', 'c'].map((end) => `語${letters.join('語')}`.slice(0, 1023) + end)
  await seedFiles(
    backend,
    names.map((name) => ({ name, tenantId: 'long' })),
  )
  const search = `search=${encodeURIComponent('語')}&sort=name&limit=2`
  const first = await readList(await backend.get(`/files?${search}`))
  const second = await readList(await backend.get(`/files?${search}&cursor=${first.nextCursor}`))
  const seen = [...first.files, ...second.files].map((file) => file.name)
  expect(seen.toSorted()).toEqual(names)
})
