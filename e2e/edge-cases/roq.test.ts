import type { AxiosInstance } from 'axios'
import { storedFile, UploadError, type StoredFile } from 'loadline/core'
import { useState } from 'react'
import { describe, expect } from 'vitest'
import { edgeCase } from './edge-case.js'
import { withErrors, withPages, withRows } from './roq-faults.js'
import {
  context,
  requestOf,
  roqSetting,
  storeFile,
  timesAsked,
  type RoqSetting,
} from './roq-setting.js'
import { shownInPage, type UseAddress } from './show-in-page.js'

const untyped = withErrors(({ message }) => new Error(message))
const alwaysServer = withErrors(() => new UploadError('server'))

const missingId = '00000000-0000-4000-8000-00000000dead'

describe('errors', () => {
  edgeCase(
    1,
    {
      real: () => roqSetting(),
      wrong: {
        'every error is the server’s': () => roqSetting({ wrap: alwaysServer }),
        'an error without a type': () => roqSetting({ wrap: untyped }),
        'the absence of data is a file': () =>
          roqSetting({
            wrap: ({ getFile }) => ({
              getFile: (id, ctx) => getFile(id, ctx).catch(() => storedFile({ id, name: '' })),
            }),
          }),
      },
    },
    async ({ roq, adapter }) => {
      await expect(adapter.getFile(missingId, context)).rejects.toMatchObject({
        name: 'UploadError',
        code: 'not-found',
        details: { errorCode: 'FILE_NOT_FOUND' },
      })
      roq.failNext('files', { kind: 'error', statusCode: 403, errorCode: 'FORBIDDEN' })
      await expect(adapter.listFiles({ limit: 1 }, context)).rejects.toMatchObject({
        code: 'forbidden',
      })
    },
  )

  edgeCase(
    2,
    {
      real: () => roqSetting({ partialErrors: true }),
      wrong: {
        'any error throws': () =>
          roqSetting({
            partialErrors: true,
            wrap: withPages((page) => {
              if (page.warnings !== undefined) throw new UploadError('server')
              return page
            }),
          }),
        'nothing is said of it': () =>
          roqSetting({
            partialErrors: true,
            wrap: withPages(({ files, total, nextCursor }) => ({ files, total, nextCursor })),
          }),
        'rows without their user are dropped': () =>
          roqSetting({ partialErrors: true, wrap: withPages((page) => ({ ...page, files: [] })) }),
      },
    },
    async (setting) => {
      const id = await storeFile(setting)
      const page = setting.adapter.listFiles({ limit: 10 }, context)
      await expect(page).resolves.toMatchObject({
        files: [{ id, createdBy: { name: null } }],
        total: 1,
        warnings: [expect.stringMatching(/./)],
      })
    },
  )

  edgeCase(
    3,
    {
      real: () => roqSetting(),
      wrong: {
        'extensions are taken for granted': () =>
          roqSetting({ wrap: withErrors(() => new TypeError('undefined has no response')) }),
        'the message is lost': () => roqSetting({ wrap: alwaysServer }),
      },
    },
    async ({ roq, adapter }) => {
      roq.failNext('files', { kind: 'bare', message: 'upstream has gone away' })
      await expect(adapter.listFiles({ limit: 1 }, context)).rejects.toMatchObject({
        name: 'UploadError',
        code: 'server',
        message: 'upstream has gone away',
      })
    },
  )

  /** As an adapter of another generation would ask. */
  const misspelt = (http: AxiosInstance) => {
    http.interceptors.request.use((config) => {
      const { query, ...rest } = config.data as { query: string }
      return { ...config, data: { ...rest, query: query.replace('id name', 'id nmae') } }
    })
  }
  edgeCase(
    4,
    {
      real: () => roqSetting({ onWire: misspelt }),
      wrong: {
        'a refused document may be sent again': () =>
          roqSetting({ onWire: misspelt, wrap: alwaysServer }),
        'the page is the message': () =>
          roqSetting({
            onWire: misspelt,
            wrap: withErrors(
              ({ code, status, details }) =>
                new UploadError(code, { status, details, message: '<html>502</html>' }),
            ),
          }),
      },
    },
    async ({ roq, adapter }) => {
      await expect(adapter.listFiles({ limit: 1 }, context)).rejects.toMatchObject({
        code: 'unsupported',
        isRetryable: false,
        details: { errorCode: 'GRAPHQL_VALIDATION_FAILED' },
      })
      roq.failNext('files', { kind: 'gateway' })
      const proper = adapter.listFiles({ limit: 1 }, context)
      await expect(proper).rejects.toMatchObject({
        message: expect.not.stringContaining('<html') as unknown,
      })
      roq.failNext('file', { kind: 'gateway' })
      await expect(adapter.getFile(missingId, context)).rejects.toMatchObject({
        code: 'server',
        status: 502,
        isRetryable: true,
        message: expect.not.stringContaining('<html') as unknown,
      })
    },
  )
})

describe('rows', () => {
  const laterStatuses = ['quarantined']
  edgeCase(
    5,
    {
      real: () => roqSetting({ laterStatuses }),
      wrong: {
        'the row is dropped': () =>
          roqSetting({
            laterStatuses,
            wrap: withPages((page) => ({
              ...page,
              files: page.files.filter(({ status }) => status !== 'unknown'),
            })),
          }),
        'the status comes as it is': () =>
          roqSetting({
            laterStatuses,
            wrap: withRows((file) => ({ ...file, status: 'quarantined' as never })),
          }),
      },
    },
    async (setting) => {
      const id = await storeFile(setting)
      setting.roq.changeFile(id, { status: 'quarantined' })
      const page = setting.adapter.listFiles({ limit: 10 }, context)
      await expect(page).resolves.toMatchObject({ files: [{ id, status: 'unknown' }] })
    },
  )

  /** ROQ's examples show an empty address too. */
  const emptyUrl = (http: AxiosInstance) => {
    http.interceptors.response.use((response) => {
      const rows = (response.data as { data: { files?: { data: Row[] } } }).data.files?.data ?? []
      for (const row of rows) if (row.name === 'empty.txt') row.url = ''
      return response
    })
  }
  interface Row {
    name: string
    url: string | null
  }
  const withUrls = (change: (url: string | null) => string | null) =>
    roqSetting({
      onWire: emptyUrl,
      wrap: withRows((file) => ({ ...file, url: change(file.url) })),
    })
  edgeCase(
    6,
    {
      real: () => roqSetting({ onWire: emptyUrl }),
      wrong: {
        'spaces stay': () => withUrls((url) => url && decodeURI(url)),
        'it is encoded twice': () => withUrls((url) => url && encodeURI(url)),
        'nothing leads somewhere': () => withUrls((url) => url ?? 'about:blank'),
      },
    },
    async (setting) => {
      await storeFile(setting, 'my own file.txt')
      await storeFile(setting, 'empty.txt')
      await setting.adapter.createUpload(requestOf({ name: 'pending.txt' }), context)
      const { files } = await setting.adapter.listFiles({ limit: 10 }, context)
      const urls = new Map(files.map(({ name, url }) => [name, url]))
      expect([urls.get('pending.txt'), urls.get('empty.txt')]).toEqual([null, null])
      const url = urls.get('my own file.txt') ?? ''
      expect(url).toMatch(/\/my%20own%20file-\d+\.txt$/)
      expect((await fetch(url)).status).toBe(200)
    },
  )

  const isPrivate = { categories: [{ key: 'USER_FILES', isPublicByDefault: false }] }
  edgeCase<RoqSetting & { readonly useAddress?: UseAddress }>(
    7,
    {
      real: () => roqSetting({ ...isPrivate, signedUrlTtl: 60 }),
      wrong: {
        'the first address is kept': () =>
          roqSetting({
            ...isPrivate,
            signedUrlTtl: 60,
            wrap: ({ getFile }) => {
              let kept: StoredFile | null = null
              return { getFile: async (...args) => (kept ??= await getFile(...args)) }
            },
          }),
        'it does not say when it ends': () =>
          roqSetting({
            ...isPrivate,
            signedUrlTtl: 60,
            wrap: ({ getFile }) => ({
              getFile: async (...args) => ({ ...(await getFile(...args)), urlExpiresAt: null }),
            }),
          }),
        'each failure asks for another': async () => {
          const setting = await roqSetting({ ...isPrivate, signedUrlTtl: 60 })
          return { ...setting, useAddress: askingEachTime(setting) }
        },
      },
    },
    async (setting) => {
      const { roq, adapter, useAddress } = setting
      const id = await storeFile(setting)
      const before = await adapter.getFile(id, context)
      const statusOf = async ({ url }: Pick<StoredFile, 'url'>) => (await fetch(url ?? '')).status
      const shown = await shownInPage(adapter, before, useAddress)
      expect(await statusOf(before)).toBe(200)
      roq.advance(61_000)
      expect(await statusOf(before)).toBe(403)
      const after = await adapter.getFile(id, context)
      expect(await statusOf(after)).toBe(200)
      const lives = [before, after].map(({ urlExpiresAt }) => Date.parse(urlExpiresAt ?? ''))
      expect((lives[1] ?? 0) - (lives[0] ?? 0)).toBeGreaterThanOrEqual(60_000)
      shown.fail()
      await expect.poll(shown.url).not.toBe(before.url)
      const renewed = shown.url()
      expect(await statusOf({ url: renewed })).toBe(200)
      roq.advance(61_000)
      shown.fail()
      // A second question would have been sent before these.
      for (let i = 0; i < 2; i++) await adapter.getFile(id, context)
      expect([shown.url(), timesAsked(roq, 'files')]).toEqual([renewed, 1])
      expect(await (await fetch(renewed)).text()).toContain('Request has expired')
    },
  )
})

/** Shows a file by whatever address was asked for last. */
function askingEachTime({ adapter }: RoqSetting): UseAddress {
  return ({ id, url }) => {
    const [shown, show] = useState(url)
    const ask = async () => {
      const [found] = await adapter.getFiles([id], context)
      if (found?.ok === true) show(found.value.url)
    }
    return { url: shown, onError: () => void ask() }
  }
}
