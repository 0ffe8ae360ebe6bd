import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startScriptedBackend, type ScriptedBackend } from '../../../testing/scripted-backend.js'
import {
  storedFile,
  type FileFilter,
  type FileQuery,
  type OptionalMethods,
} from '../../core/index.js'
import { restAdapter } from './rest-adapter.js'

const ctx = { signal: new AbortController().signal }
const file = storedFile({ id: 'a/b', name: 'a.txt', status: 'ready' })
const page = { files: [file], total: 1, nextCursor: null }

let backend: ScriptedBackend
let adapter: OptionalMethods

beforeEach(async () => {
  backend = await startScriptedBackend()
  adapter = restAdapter({ baseUrl: `${backend.url}/api/` }) as unknown as OptionalMethods
})

afterEach(() => backend.close())

function askedParams(index = 0): readonly (readonly [string, string])[] {
  return [...new URL(backend.asked[index]?.url ?? '', backend.url).searchParams]
}

describe('browsing', () => {
  it('asks for a page in the words of the API', async () => {
    backend.answer({ body: page })
    const query: FileQuery = {
      limit: 50,
      search: 'ü & 100%',
      filter: { statuses: ['ready', 'error'] },
      sort: { key: 'createdAt', direction: 'desc' },
      cursor: 'abc=',
      offset: 20,
    }
    expect(await adapter.listFiles(query, ctx)).toEqual(page)
    expect(backend.asked[0]).toMatchObject({ method: 'GET', body: null })
    expect(backend.asked[0]?.url).toMatch(/^\/api\/files\?/)
    expect(askedParams()).toEqual([
      ['limit', '50'],
      ['search', 'ü & 100%'],
      ['sort', '-createdAt'],
      ['status', 'ready'],
      ['status', 'error'],
      ['cursor', 'abc='],
    ])
  })

  it.each<[FileFilter, readonly (readonly [string, string])[]]>([
    [
      { categories: ['A', 'B'] },
      [
        ['category', 'A'],
        ['category', 'B'],
      ],
    ],
    [{ visibility: 'public' }, [['visibility', 'public']]],
    [{ contentTypes: ['image/*'] }, [['contentType', 'image/*']]],
    [{ folderId: null }, [['folderId', '']]],
    [{ folderId: 'f' }, [['folderId', 'f']]],
    [{ folderId: undefined }, []],
    [{ entity: { name: 'invoice' } }, [['entityName', 'invoice']]],
    [
      { entity: { name: 'invoice', references: ['1', '2'] } },
      [
        ['entityName', 'invoice'],
        ['entityReference', '1'],
        ['entityReference', '2'],
      ],
    ],
    [{ createdBy: 'u' }, [['createdBy', 'u']]],
    [
      { createdAfter: '2026-01-01T00:00:00.000Z', createdBefore: '2026-02-01T00:00:00.000Z' },
      [
        ['createdAfter', '2026-01-01T00:00:00.000Z'],
        ['createdBefore', '2026-02-01T00:00:00.000Z'],
      ],
    ],
  ])('filters by %j', async (filter, params) => {
    backend.answer({ body: page })
    await adapter.listFiles({ limit: 1_000, offset: 3, filter }, ctx)
    expect(askedParams()).toEqual([['limit', '200'], ...params, ['offset', '3']])
  })

  it.each<FileFilter>([
    { categories: [] },
    { statuses: [] },
    { contentTypes: [] },
    { entity: { name: 'invoice', references: [] } },
  ])('knows without asking that nothing is any of %j', async (filter) => {
    const answer = await adapter.listFiles({ limit: 1, filter }, ctx)
    expect(answer).toEqual({ files: [], total: 0, nextCursor: null })
    expect(backend.asked).toEqual([])
  })

  it('gets a file by an id that is no path', async () => {
    backend.answer({ body: file })
    expect(await adapter.getFile('a/b', ctx)).toEqual(file)
    expect(backend.asked).toMatchObject([{ method: 'GET', url: '/api/files/a%2Fb' }])
  })

  it('gets files by id, in the order asked, in lines that proxies let through', async () => {
    const ids = Array.from({ length: 150 }, (_, index) => `id-${index}`)
    backend.answer(({ url }) => {
      const asked = new URL(url, backend.url).searchParams.getAll('id')
      const known = asked.filter((id) => id !== 'id-7').toReversed()
      const files = known.map((id) => storedFile({ id, name: id, status: 'ready' }))
      return { body: { files, total: files.length, nextCursor: null } }
    })
    const results = await adapter.getFiles([...ids, 'id-0'], ctx)
    expect(results.map((result) => (result.ok ? result.value.id : result.error.code))).toEqual(
      [...ids, 'id-0'].map((id) => (id === 'id-7' ? 'not-found' : id)),
    )
    expect(backend.asked).toHaveLength(2)
    expect(askedParams(1)).toEqual([
      ...ids.slice(100).map((id) => ['id', id] as const),
      ['limit', '50'],
    ])
  })
})

describe('changing one file', () => {
  it('renames', async () => {
    backend.answer({ body: { ...file, name: 'b.txt' } })
    expect(await adapter.renameFile('a/b', 'b.txt', ctx)).toMatchObject({ name: 'b.txt' })
    expect(backend.asked).toMatchObject([
      { method: 'PATCH', url: '/api/files/a%2Fb', body: { name: 'b.txt' } },
    ])
  })

  it('sets the visibility', async () => {
    backend.answer({ body: { ...file, visibility: 'public' } })
    const answer = await adapter.setVisibility('a/b', 'public', ctx)
    expect(answer).toMatchObject({ visibility: 'public' })
    expect(backend.asked).toMatchObject([
      { method: 'PUT', url: '/api/files/a%2Fb/visibility', body: { visibility: 'public' } },
    ])
  })
})

const problem = { type: 'about:blank', title: 'Not Found', status: 404, code: 'not-found' }

describe('changing many files', () => {
  it('deletes by 200, each id once, and believes nothing that it did not hear', async () => {
    const ids = Array.from({ length: 201 }, (_, index) => `id-${index}`)
    backend.answer(({ body }) => {
      const asked = (body as { ids: string[] }).ids
      const done = asked.filter((id) => id !== 'id-1' && id !== 'id-2').toReversed()
      return { body: { done, failed: [{ id: 'id-1', error: problem }] } }
    })
    const { done, failed } = await adapter.deleteFiles([...ids, 'id-0'], ctx)
    expect(done).toEqual(ids.filter((id) => id !== 'id-1' && id !== 'id-2'))
    expect(failed).toMatchObject([
      { id: 'id-1', error: { code: 'not-found', status: 404 } },
      { id: 'id-2', error: { code: 'server' } },
    ])
    expect(backend.asked).toMatchObject([
      { method: 'POST', url: '/api/files/delete', body: { ids: ids.slice(0, 200) } },
      { method: 'POST', url: '/api/files/delete', body: { ids: ids.slice(200) } },
    ])
  })

  it('moves and categorises one by one, and tells who was refused', async () => {
    backend.answer(({ url }) =>
      url.endsWith('/gone') ? { status: 404, body: problem } : { body: file },
    )
    const moved = await adapter.moveFiles(['one', 'gone', 'two'], null, ctx)
    expect(moved).toMatchObject({
      done: ['one', 'two'],
      failed: [{ id: 'gone', error: { code: 'not-found' } }],
    })
    expect(backend.asked.map(({ method, body }) => [method, body])).toEqual(
      Array.from({ length: 3 }, () => ['PATCH', { folderId: null }]),
    )
    await adapter.setCategory(['one'], 'A', ctx)
    expect(backend.asked.at(-1)).toMatchObject({ url: '/api/files/one', body: { category: 'A' } })
  })
})

describe('associations', () => {
  it('makes one for each file', async () => {
    const associations = [{ id: '1', entityName: 'invoice', entityReference: '7' }]
    const failed = [{ id: 'gone', error: problem }]
    backend.answer({ body: { done: ['one'], failed, associations } })
    const input = { entityName: 'invoice', entityReference: '7' }
    const result = await adapter.createAssociations(['gone', 'one'], input, ctx)
    expect(result).toMatchObject({ done: ['one'], failed: [{ id: 'gone' }], associations })
    expect(backend.asked).toMatchObject([
      { method: 'POST', url: '/api/associations', body: { fileIds: ['gone', 'one'], ...input } },
    ])
  })

  it('deletes them by their ids', async () => {
    backend.answer({ body: { done: ['1'], failed: [] } })
    expect(await adapter.deleteAssociations(['1'], ctx)).toEqual({ done: ['1'], failed: [] })
    expect(backend.asked).toMatchObject([
      { method: 'POST', url: '/api/associations/delete', body: { ids: ['1'] } },
    ])
  })
})

describe('folders, categories, limits', () => {
  const folder = { id: 'f', name: 'F', parentId: null, path: [{ id: 'f', name: 'F' }] }

  it.each([
    [null, '/api/folders?parentId='],
    ['f', '/api/folders?parentId=f'],
  ])('lists the folders of %j', async (parentId, url) => {
    backend.answer({ body: { folders: [folder] } })
    expect(await adapter.listFolders(parentId, ctx)).toEqual([folder])
    expect(backend.asked).toMatchObject([{ method: 'GET', url }])
  })

  it('makes a folder, and deletes folders one by one', async () => {
    backend.answer({ status: 201, body: folder })
    expect(await adapter.createFolder({ name: 'F', parentId: null }, ctx)).toEqual(folder)
    const conflict = { ...problem, status: 409, code: 'conflict' }
    backend.answer(({ url }) =>
      url.endsWith('/full') ? { status: 409, body: conflict } : { status: 204 },
    )
    expect(await adapter.deleteFolders(['a/b', 'full'], ctx)).toMatchObject({
      done: ['a/b'],
      failed: [{ id: 'full', error: { code: 'conflict' } }],
    })
    const [made, ...deleted] = backend.asked
    expect(made).toMatchObject({
      method: 'POST',
      url: '/api/folders',
      body: { name: 'F', parentId: null },
    })
    expect(deleted.map(({ method, url }) => `${method} ${url}`).sort()).toEqual([
      'DELETE /api/folders/a%2Fb',
      'DELETE /api/folders/full',
    ])
  })

  it('lists categories', async () => {
    const category = {
      id: 'c',
      key: 'A',
      name: 'a',
      maxSize: 1,
      contentTypes: ['image/*'],
      defaultVisibility: 'public',
    }
    backend.answer({ body: { categories: [category] } })
    expect(await adapter.listCategories(ctx)).toEqual([category])
    expect(backend.asked).toMatchObject([{ method: 'GET', url: '/api/categories' }])
  })

  it('gets the limits', async () => {
    const limits = { maxFileSize: 1, maxFiles: null, usedFiles: 2, quotaSize: null, usedSize: 3 }
    backend.answer({ body: limits })
    expect(await adapter.getLimits(ctx)).toEqual(limits)
    expect(backend.asked).toMatchObject([{ method: 'GET', url: '/api/limits' }])
  })
})

const misfits = ['null', '<html>', '[]', '{"failed":[null],"usedFiles":"many"}']

const calls: readonly (readonly [keyof OptionalMethods, readonly unknown[]])[] = [
  ['createUpload', [{}]],
  ['lookupUpload', [{ clientId: 'c', kind: 'put', fileId: 'f' }]],
  ['listParts', [{ clientId: 'c', kind: 'put', fileId: 'f' }]],
  ['listFiles', [{ limit: 1 }]],
  ['getFiles', [['a']]],
  ['renameFile', ['a', 'b']],
  ['deleteFiles', [['a']]],
  ['moveFiles', [['a'], null]],
  ['createAssociations', [['a'], { entityName: 'a', entityReference: 'b' }]],
  ['listFolders', [null]],
  ['listCategories', []],
  ['getLimits', []],
]

describe('an answer that does not fit', () => {
  it.each(calls.flatMap(([method, args]) => misfits.map((body) => ({ method, args, body }))))(
    'of $method, $body, is an UploadError',
    async ({ method, args, body }) => {
      backend.answer({ body })
      const call = adapter[method] as (...all: readonly unknown[]) => Promise<unknown>
      await expect(call(...args, ctx)).rejects.toMatchObject({
        name: 'UploadError',
        code: 'server',
        isRetryable: false,
      })
    },
  )
})
