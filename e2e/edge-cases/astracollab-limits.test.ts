import type { AxiosResponse } from 'axios'
import { createUploadQueue, UploadError, type UploadTask } from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { afterEach, describe, expect, vi } from 'vitest'
import {
  ctx,
  refusal,
  setUp,
  uploadInParts,
  type AstraCollabSetting,
} from './astracollab-setting.js'
import { edgeCase } from './edge-case.js'

const inParts = { partSize: 1_000 } as const

afterEach(() => void vi.unstubAllGlobals())

const limited = { rateLimit: { calls: 1, windowSeconds: 30 } } as const

/** How long a refused call is to wait, in seconds. */
async function waitOf({ adapter }: AstraCollabSetting): Promise<number> {
  await adapter.listFiles({ limit: 1 }, ctx)
  const thrown: unknown = await adapter
    .listFiles({ limit: 1 }, ctx)
    .catch((error: unknown) => error)
  expect(thrown).toMatchObject({ name: 'UploadError', code: 'rate-limited', isRetryable: true })
  return ((thrown as UploadError).retryAt ?? Number.NaN) / 1_000 - Date.now() / 1_000
}

function scaleReset(factor: number): (response: AxiosResponse) => void {
  return ({ data, headers }) => {
    const { error } = data as { error?: { details: { reset: number } } }
    if (error !== undefined) error.details.reset *= factor
    headers['x-ratelimit-reset'] = String(Number(headers['x-ratelimit-reset']) * factor)
  }
}

describe('limits', () => {
  edgeCase(
    44,
    {
      real: () => setUp(limited),
      wrong: {
        'seconds are taken for milliseconds': () => setUp(limited, { read: scaleReset(0.001) }),
        'seconds are made milliseconds twice': () => setUp(limited, { read: scaleReset(1_000) }),
        "the wait goes by the reader's clock": () =>
          setUp(limited, { read: ({ headers }) => void delete headers['date'] }),
      },
    },
    async ({ beside }) => {
      for (const clockSkewMs of [0, 7_200_000, -7_200_000]) {
        const wait = await waitOf(await beside({ clockSkewMs }))
        expect(wait).toBeGreaterThan(25)
        expect(wait).toBeLessThan(32)
      }
      const { server, adapter } = await beside({})
      server.intercept(() => refusal('RATE_LIMITED', 429, { limit: 1, reset: 1 }))
      const refused = adapter.listFiles({ limit: 1 }, ctx).catch((error: unknown) => error)
      const { retryAt } = (await refused) as UploadError
      expect(Math.abs((retryAt ?? 0) - Date.now())).toBeLessThan(1_000)
    },
  )

  edgeCase(
    45,
    {
      real: () => setUp({ quotaSize: 1_000 }),
      wrong: {
        'sizes have to be numbers': () =>
          setUp(
            { quotaSize: 1_000 },
            {
              adapt: ({ readStoreError }) => ({
                readStoreError(ref, response) {
                  const error = readStoreError(ref, response)
                  const used = Number(error?.details['used'])
                  return error && new UploadError(error.code, { details: { used } })
                },
              }),
            },
          ),
        'a 403 is what it is elsewhere': () =>
          setUp({ quotaSize: 1_000 }, { adapt: () => ({ readStoreError: () => null }) }),
      },
    },
    async ({ adapter }) => {
      const queue = createUploadQueue({ adapter })
      const disconnect = queue.connect()
      const { ids } = queue.add([makeFile({ name: 'big.bin', size: 2_000 })])
      await queue.whenSettled(ids)
      const task = queue.getTask(ids[0] ?? '')
      expect(task).toMatchObject({ status: 'failed', error: { code: 'quota', isRetryable: false } })
      const { error } = task as Extract<UploadTask, { status: 'failed' }>
      expect(error.details).toMatchObject({ used: '0.0 KB', limit: '1.0 KB' })
      disconnect()
    },
  )

  edgeCase(
    46,
    {
      real: () => setUp({ ...inParts, exposesHeaders: false }),
      wrong: {
        'an ETag is read from the header alone': () =>
          setUp(
            { ...inParts, exposesHeaders: false },
            { adapt: () => ({ readStoreResponse: () => ({}) }) },
          ),
        'the end of the limit is read from the header alone': () =>
          setUp(
            { ...inParts, exposesHeaders: false },
            {
              read: ({ data }) => {
                const { error } = data as { error?: { details?: object } }
                if (error !== undefined) error.details = {}
              },
            },
          ),
      },
    },
    async (setting) => {
      readAsPagesDo()
      const { task } = await uploadInParts(setting)
      expect(task).toMatchObject({ status: 'ready' })
      const hidden = await uploadInParts(await setting.beside({ etagIn: 'header' }))
      expect(hidden.task).toMatchObject({
        status: 'failed',
        error: { code: 'storage-cors', details: { rule: { ExposeHeaders: ['ETag'] } } },
      })
      const { server, adapter } = await setting.beside({})
      const reset = Math.ceil(Date.now() / 1_000) + 30
      server.intercept(() => refusal('RATE_LIMITED', 429, { limit: 1, reset }))
      await expect(adapter.listFiles({ limit: 1 }, ctx)).rejects.toMatchObject({
        code: 'rate-limited',
        retryAt: expect.any(Number) as unknown,
      })
    },
  )
})

const alwaysReadable = ['cache-control', 'content-language', 'content-length', 'content-type']

/** From now on `fetch` shows of an answer what a page of another origin may read. */
function readAsPagesDo(): void {
  const send = globalThis.fetch
  vi.stubGlobal('fetch', async (...args: Parameters<typeof fetch>) => {
    const response = await send(...args)
    const exposed = response.headers.get('access-control-expose-headers')?.toLowerCase() ?? ''
    const readable = new Set([...alwaysReadable, ...exposed.split(',')])
    const headers = [...response.headers].filter(([name]) => readable.has(name))
    return new Response(response.body, { status: response.status, headers })
  })
}
