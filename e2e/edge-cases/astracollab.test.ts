import { UploadError, type UploadErrorCode } from 'loadline/core'
import { describe, expect } from 'vitest'
import { ctx, namesOf, setUp } from './astracollab-setting.js'
import { edgeCase } from './edge-case.js'

const seven = ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt', 'f.txt', 'g.txt']
const byName = { sort: { key: 'name', direction: 'asc' } } as const

/** The rejection of a promise; a text where it was accepted. */
function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'accepted',
    (thrown: unknown) => thrown,
  )
}

function coded(code: UploadErrorCode, details: object = {}): unknown {
  return expect.objectContaining({
    name: 'UploadError',
    code,
    details: expect.objectContaining(details) as unknown,
  })
}

describe('lists', () => {
  edgeCase(
    36,
    {
      real: () => setUp(),
      wrong: {
        'the limit is sent as it comes': () =>
          setUp({}, { send: ({ params }) => (params as URLSearchParams).set('limit', '101') }),
        'details are dropped': () =>
          setUp(
            {},
            {
              adapt: ({ listFiles }) => ({
                listFiles: (query, context) =>
                  listFiles(query, context).catch((thrown: UploadError) => {
                    throw new UploadError(thrown.code)
                  }),
              }),
            },
          ),
      },
    },
    async ({ server, adapter }) => {
      for (const limit of [0, 101]) {
        await expect(adapter.listFiles({ limit }, ctx)).resolves.toMatchObject({ total: 0 })
      }
      expect(server.requests.map(({ query }) => query['limit'])).toEqual(['1', '100'])
      server.intercept((request, answer) => {
        const details = { limit: 'Must be between 1 and 50' }
        const error = { code: 'INVALID_PARAMETERS', message: 'Invalid parameters', details }
        return new URL(request.url).searchParams.get('limit') === '60'
          ? Response.json({ success: false, error }, { status: 400 })
          : answer()
      })
      expect(await errorOf(adapter.listFiles({ limit: 60 }, ctx))).toEqual(
        coded('validation', { limit: 'Must be between 1 and 50', code: 'INVALID_PARAMETERS' }),
      )
    },
  )

  edgeCase(
    37,
    {
      real: () => setUp({ refusesAt200: true, hasNullError: true, hasDetails: false }),
      wrong: {
        'a status of 200 is a success': () =>
          setUp(
            { refusesAt200: true, hasNullError: true, hasDetails: false },
            {
              read: (response) => {
                const body = response.data as { success: boolean; data?: unknown }
                if (!body.success) response.data = { success: true, data: { files: [] } }
              },
            },
          ),
        'a key `error` is a failure': () =>
          setUp(
            { refusesAt200: true, hasNullError: true, hasDetails: false },
            {
              read: (response) => {
                const body = response.data as { success: boolean }
                body.success &&= !('error' in body)
              },
            },
          ),
      },
    },
    async ({ server, adapter }) => {
      const id = server.addFile({ name: 'a.txt' })
      await expect(adapter.listFiles({ limit: 10 }, ctx)).resolves.toMatchObject({ total: 1 })
      await expect(adapter.getFile(id, ctx)).resolves.toMatchObject({ name: 'a.txt' })
      const filter = { folderId: 'folder_gone' }
      expect(await errorOf(adapter.listFiles({ limit: 10, filter }, ctx))).toEqual(
        coded('not-found', { code: 'FOLDER_NOT_FOUND' }),
      )
      expect(await errorOf(adapter.getFile('file_gone', ctx))).toEqual(coded('not-found'))
    },
  )

  edgeCase(
    38,
    {
      real: () => setUp(),
      wrong: {
        'the total is told by pages': () =>
          setUp(
            {},
            {
              read: ({ data }) => {
                const { pagination } = (data as { data: { pagination: Record<string, number> } })
                  .data
                pagination['total'] = (pagination['totalPages'] ?? 0) * (pagination['limit'] ?? 0)
              },
            },
          ),
        'the list goes on from an empty page': () =>
          setUp(
            {},
            {
              adapt: ({ listFiles }) => ({
                listFiles: async (query, context) => ({
                  ...(await listFiles(query, context)),
                  nextCursor: '10',
                }),
              }),
            },
          ),
      },
    },
    async ({ server, adapter }) => {
      const empty = { files: [], total: 0, nextCursor: null }
      expect(await adapter.listFiles({ limit: 2 }, ctx)).toEqual(empty)
      for (const name of ['a.txt', 'b.txt', 'c.txt']) server.addFile({ name })
      expect(await adapter.listFiles({ limit: 2, offset: 10 }, ctx)).toEqual({ ...empty, total: 3 })
      expect(await adapter.listFiles({ limit: 2, cursor: '10' }, ctx)).toMatchObject({ files: [] })
    },
  )

  edgeCase(
    39,
    {
      real: () => setUp(),
      wrong: {
        'an offset is rounded down to a page': () =>
          setUp(
            {},
            {
              adapt: ({ listFiles }) => ({
                listFiles: ({ offset = 0, ...query }, context) =>
                  listFiles({ ...query, offset: offset - (offset % query.limit) }, context),
              }),
            },
          ),
        'a cursor counts pages': () =>
          setUp(
            {},
            {
              adapt: ({ listFiles }) => ({
                async listFiles({ cursor, ...query }, context) {
                  const page = Number(cursor ?? 0)
                  const offset = query.offset ?? page * query.limit
                  const answer = await listFiles({ ...query, offset }, context)
                  return { ...answer, nextCursor: answer.nextCursor && String(page + 1) }
                },
              }),
            },
          ),
      },
    },
    async (setting) => {
      const { server, adapter } = setting
      for (const name of seven) server.addFile({ name })
      for (const offset of seven.keys()) {
        const before = server.requests.length
        const { files, total } = await adapter.listFiles({ limit: 3, offset, ...byName }, ctx)
        expect(files.map(({ name }) => name)).toEqual(seven.slice(offset, offset + 3))
        expect(total).toBe(7)
        expect(server.requests.length - before).toBeLessThanOrEqual(2)
      }
      for (const limits of [[3], [3, 2], [2, 3], [1, 4, 2]]) {
        expect(await namesOf(setting, limits)).toEqual(seven)
      }
    },
  )
})

describe('shapes', () => {
  edgeCase(
    40,
    {
      real: () => setUp(),
      wrong: {
        'the root is asked for by nothing': () =>
          setUp(
            {},
            {
              send: ({ params }) => {
                const asked = params as URLSearchParams | undefined
                if (asked?.get('parentFolderId') === 'null') asked.delete('parentFolderId')
              },
            },
          ),
        'a folder that is gone is an empty one': () =>
          setUp(
            {},
            {
              adapt: ({ listFiles }) => ({
                listFiles: (query, context) =>
                  listFiles(query, context).catch(() => ({
                    files: [],
                    total: 0,
                    nextCursor: null,
                  })),
              }),
            },
          ),
      },
    },
    async ({ server, adapter, beside }) => {
      const outer = await adapter.createFolder({ name: 'outer', parentId: null }, ctx)
      const inner = await adapter.createFolder({ name: 'inner', parentId: outer.id }, ctx)
      const roots = await adapter.listFolders(null, ctx)
      expect(roots.map(({ id, parentId }) => [id, parentId])).toEqual([[outer.id, null]])
      const other = await beside({ dialect: 'js' })
      for (const one of [{ server, adapter }, other]) {
        one.server.addFile({ name: 'a.txt' })
        const { files } = await one.adapter.listFiles({ limit: 5 }, ctx)
        expect(files.map(({ folderId }) => folderId)).toEqual([null])
      }
      const open = { limit: 5, filter: { folderId: inner.id } }
      await expect(adapter.listFiles(open, ctx)).resolves.toMatchObject({ total: 0 })
      server.deleteFolder(inner.id)
      expect(await errorOf(adapter.listFiles(open, ctx))).toEqual(coded('not-found'))
      expect(await errorOf(adapter.listFolders(inner.id, ctx))).toEqual(coded('not-found'))
    },
  )

  edgeCase(
    41,
    {
      real: () => setUp(),
      wrong: {
        'sizes stay texts': () =>
          setUp(
            {},
            {
              adapt: ({ listFiles }) => ({
                async listFiles(query, context) {
                  const page = await listFiles(query, context)
                  const files = page.files.map((file) => ({ ...file, size: String(file.size) }))
                  return { ...page, files: files as never }
                },
              }),
            },
          ),
        'a list has to be in `data.files`': () =>
          setUp(
            {},
            {
              read: (response) => {
                const body = response.data as unknown
                const data = (body as { data?: unknown }).data ?? body
                if (Array.isArray(data)) response.data = { success: true, data: {} }
              },
            },
          ),
      },
    },
    async ({ beside }) => {
      for (const dialect of ['js', 'next'] as const) {
        const { server, adapter } = await beside({ dialect })
        server.addFile({ name: 'a', type: '', bytes: new Uint8Array(7) })
        server.addFile({ name: 'b', type: 'model/vnd.unheard-of' })
        const listed = adapter.listFiles({ limit: 1, offset: 1, ...byName }, ctx)
        await expect(listed).resolves.toMatchObject({ total: 2, nextCursor: null })
        const { files } = await adapter.listFiles({ limit: 5, ...byName }, ctx)
        expect(files).toMatchObject([
          { name: 'a', size: 7, contentType: 'application/octet-stream', metadata: {} },
          { name: 'b', size: 5, contentType: 'model/vnd.unheard-of', metadata: {} },
        ])
      }
      const { server, adapter } = await beside({})
      const bare = { id: 'file_1', name: 'a', size: 'much', metadata: null }
      const data = { files: [bare], pagination: null }
      server.intercept(() => Response.json({ success: true, data }))
      const { files } = await adapter.listFiles({ limit: 5 }, ctx)
      expect(files).toMatchObject([{ id: 'file_1', size: null, metadata: {}, url: null }])
    },
  )
})
