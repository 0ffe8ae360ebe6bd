import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startScriptedBackend, type ScriptedBackend } from '../../../testing/scripted-backend.js'
import type { FileFilter, HttpRequest } from '../../core/index.js'
import { restAdapter } from './rest-adapter.js'

const ctx = { signal: new AbortController().signal }

let backend: ScriptedBackend
let baseUrl: string

beforeEach(async () => {
  backend = await startScriptedBackend()
  baseUrl = `${backend.url}/api`
})

afterEach(() => backend.close())

describe('rest adapter', () => {
  it('refuses a filter that the API lacks, and asks nothing', async () => {
    const filter = { colour: 'blue' } as FileFilter
    const listed = restAdapter({ baseUrl }).listFiles?.({ limit: 1, filter }, ctx)
    await expect(listed).rejects.toMatchObject({ code: 'unsupported' })
    expect(backend.asked).toEqual([])
  })

  it('tells the backend of an upload by ids alone, and escapes them', async () => {
    backend.answer({ status: 204 })
    const ref = { clientId: 'c', fileId: 'a/../b', kind: 'put' } as const
    await restAdapter({ baseUrl }).abandonUpload?.(ref, 'cancelled', ctx)
    expect(backend.asked).toMatchObject([
      {
        method: 'POST',
        url: '/api/uploads/a%2F..%2Fb/abandon',
        body: { clientId: 'c', reason: 'cancelled' },
        headers: { 'content-type': 'application/json' },
      },
    ])
  })

  it.each([
    [
      409,
      { code: 'conflict', detail: 'Taken.' },
      { code: 'conflict', status: 409, message: 'Taken.' },
    ],
    [
      422,
      { code: 'validation', details: { reason: 'x' } },
      { code: 'validation', details: { reason: 'x' } },
    ],
    [413, { code: 'not a code of ours' }, { code: 'too-large' }],
    [500, '<html>broken</html>', { code: 'server', isRetryable: true }],
    [401, null, { code: 'unauthenticated' }],
    [200, '<html>a proxy says hello</html>', { code: 'server', isRetryable: false }],
  ])('turns %i %j into a typed error', async (status, body, expected) => {
    backend.answer({ status, body: body ?? 'null' })
    await expect(restAdapter({ baseUrl }).getFile?.('1', ctx)).rejects.toMatchObject(expected)
  })

  it('keeps Retry-After', async () => {
    backend.answer({ status: 503, headers: { 'retry-after': '60' } })
    const failed = restAdapter({ baseUrl })
      .getFile?.('1', ctx)
      .catch((error: unknown) => error)
    const { retryAt } = (await failed) as { retryAt: number }
    expect(retryAt - Date.now()).toBeGreaterThan(55_000)
  })

  it('tells a cancelled call from a dead network, and shows no URL of it', async () => {
    const adapter = restAdapter({ baseUrl: 'http://127.0.0.1:1/api?token=secret' })
    const failed = adapter.getFile?.('1', ctx).catch((error: unknown) => error)
    expect(await failed).toMatchObject({ code: 'network' })
    expect(JSON.stringify(await failed)).not.toContain('secret')
    const aborted = restAdapter({ baseUrl }).getFile?.('1', { signal: AbortSignal.abort() })
    await expect(aborted).rejects.toMatchObject({ code: 'cancelled' })
  })

  it("takes the application's own client, also one that unwraps the answer", async () => {
    const file = { id: '1', name: 'a', contentType: 'a/b', status: 'ready' }
    for (const reply of [file, { status: 200, headers: {}, data: file }]) {
      const http = { request: () => Promise.resolve(reply) }
      const adapter = restAdapter({ baseUrl: '/api', http })
      expect(await adapter.getFile?.('1', ctx)).toMatchObject({ id: '1', size: null })
    }
  })

  it('lists more than 1,000 parts page by page, and asks for no page for ever', async () => {
    const part = (partNumber: number) => ({ partNumber, size: 1, etag: '"e"', checksum: null })
    const pages = [
      { parts: Array.from({ length: 1_000 }, (_, i) => part(i + 1)), nextPartNumber: 1_001 },
      { parts: Array.from({ length: 205 }, (_, i) => part(i + 1_001)), nextPartNumber: 1_001 },
    ]
    const from: (string | null | undefined)[] = []
    const request = ({ params }: HttpRequest) => {
      from.push(params?.get('from'))
      return Promise.resolve(pages[from.length - 1])
    }
    const adapter = restAdapter({ baseUrl, http: { request } })
    const ref = { clientId: 'c', fileId: 'f', kind: 'multipart' } as const
    const parts = await adapter.listParts?.(ref, ctx)
    expect(parts?.map(({ partNumber }) => partNumber)).toEqual(
      Array.from({ length: 1_205 }, (_, i) => i + 1),
    )
    expect(from).toEqual(['1', '1001'])
  })
})
