import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HttpRequest } from '../../core/index.js'
import { restAdapter } from './rest-adapter.js'

interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Record<string, string>
}

let server: Server
let baseUrl: string
let answer: Answer
let asked: {
  method: string | undefined
  url: string | undefined
  body: unknown
  type: string | undefined
}
const ctx = { signal: new AbortController().signal }

beforeEach(async () => {
  server = createServer((request, response) => {
    void readJson(request).then((body) => {
      const { method, url, headers } = request
      asked = { method, url, body, type: headers['content-type'] }
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
      response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
})

afterEach(() => new Promise((resolve) => void server.close(resolve)))

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text === '' ? null : (JSON.parse(text) as unknown)
}

describe('rest adapter', () => {
  it('asks for a page in the words of the API', async () => {
    answer = { status: 200, body: { files: [], total: 0, nextCursor: null } }
    const adapter = restAdapter({ baseUrl: `${baseUrl}/` })
    const query = {
      limit: 50,
      search: 'ü & 100%',
      filter: { statuses: ['ready', 'error'] },
      sort: { key: 'createdAt', direction: 'desc' },
      cursor: 'abc=',
    } as const
    expect(await adapter.listFiles?.(query, ctx)).toEqual(answer.body)
    const url = new URL(asked.url ?? '', baseUrl)
    expect(url.pathname).toBe('/api/files')
    expect([...url.searchParams]).toEqual([
      ['limit', '50'],
      ['search', 'ü & 100%'],
      ['sort', '-createdAt'],
      ['status', 'ready'],
      ['status', 'error'],
      ['cursor', 'abc='],
    ])
  })

  it('refuses a filter that the API lacks, and asks nothing', async () => {
    const adapter = restAdapter({ baseUrl })
    asked = { method: undefined, url: undefined, body: null, type: undefined }
    await expect(
      adapter.listFiles?.({ limit: 1, filter: { createdBy: 'me' } }, ctx),
    ).rejects.toMatchObject({ code: 'unsupported' })
    expect(asked.url).toBeUndefined()
  })

  it('tells the backend of an upload by ids alone, and escapes them', async () => {
    answer = { status: 204, body: '' }
    const ref = { clientId: 'c', fileId: 'a/../b', kind: 'put' } as const
    await restAdapter({ baseUrl }).abandonUpload?.(ref, 'cancelled', ctx)
    expect(asked).toMatchObject({
      method: 'POST',
      url: '/api/uploads/a%2F..%2Fb/abandon',
      body: { clientId: 'c', reason: 'cancelled' },
      type: 'application/json',
    })
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
    answer = { status, body }
    await expect(restAdapter({ baseUrl }).getFile?.('1', ctx)).rejects.toMatchObject(expected)
  })

  it('keeps Retry-After', async () => {
    answer = { status: 503, body: {}, headers: { 'retry-after': '60' } }
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
