import { afterEach, describe, expect, it } from 'vitest'
import type { AstraCollabOptions } from './astracollab-options.js'
import { startAstraCollab, type AstraCollabServer } from './start-astracollab.js'

let server: AstraCollabServer

afterEach(() => server.close())

async function start(options: AstraCollabOptions = {}): Promise<void> {
  server = await startAstraCollab(options)
}

async function ask(path: string, init: RequestInit = {}) {
  const headers = new Headers(init.headers)
  if (!headers.has('authorization')) headers.set('authorization', 'Bearer ak_test')
  const response = await fetch(server.baseUrl + path, { ...init, headers })
  return { response, body: (await response.json()) as unknown }
}

describe('a list', () => {
  it('has pages, and says of each where it stands', async () => {
    await start()
    for (const name of ['a', 'b', 'c']) server.addFile({ name })
    const { body } = await ask('/files?page=2&limit=2&sortBy=name&sortOrder=asc')
    expect(body).toMatchObject({
      success: true,
      data: {
        files: [{ name: 'c', size: 5, type: 'text/plain', folderId: null, metadata: {} }],
        pagination: { page: 2, limit: 2, total: 3, totalPages: 2, hasNext: false, hasPrev: true },
      },
    })
    expect(JSON.stringify(body)).toMatch(/"uploadedAt":"[\d-]+T[\d:]+Z"/)
  })

  it('of nothing has no pages', async () => {
    await start()
    const { body } = await ask('/files')
    expect(body).toMatchObject({
      data: { files: [], pagination: { limit: 20, total: 0, totalPages: 0, hasNext: false } },
    })
  })

  it.each(['limit=0', 'limit=101', 'page=0', 'sortBy=type', 'type=sound', 'sortOrder=up'])(
    'refuses %s',
    async (query) => {
      await start()
      const { response, body } = await ask(`/files?${query}`)
      expect(response.status).toBe(400)
      expect(body).toMatchObject({ success: false, error: { code: 'INVALID_PARAMETERS' } })
    },
  )
})

describe('who asks', () => {
  it('needs the key, and its rights', async () => {
    await start({ permissions: ['files:read'] })
    const { response } = await ask('/files', { headers: { authorization: 'Bearer ak_other' } })
    expect(response.status).toBe(401)
    const { body } = await ask('/folders')
    expect(body).toMatchObject({ error: { code: 'INSUFFICIENT_PERMISSIONS' } })
    server.expireKey()
    expect((await ask('/files')).body).toMatchObject({ error: { code: 'API_KEY_EXPIRED' } })
  })

  it('has so many calls in a window, told in seconds', async () => {
    await start({ rateLimit: { calls: 1, windowSeconds: 60 } })
    const { response } = await ask('/files')
    expect(response.headers.get('x-ratelimit-remaining')).toBe('0')
    const refused = await ask('/files')
    const reset = Number(refused.response.headers.get('x-ratelimit-reset'))
    expect(refused.response.status).toBe(429)
    expect(refused.body).toMatchObject({ error: { code: 'RATE_LIMITED', details: { reset } } })
    expect(Math.abs(reset - Date.now() / 1_000 - 60)).toBeLessThan(5)
  })
})

describe('pages of other origins', () => {
  const preflight = {
    origin: 'https://app.example',
    'access-control-request-method': 'DELETE',
    'access-control-request-headers': 'authorization,content-type',
  }

  it('may ask, without a key, and read what is exposed', async () => {
    await start()
    const asked = await fetch(`${server.baseUrl}/files/bulk`, {
      method: 'OPTIONS',
      headers: preflight,
    })
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-methods')).toContain('DELETE')
    expect(asked.headers.get('access-control-allow-headers')).toContain('authorization')
    const { response } = await ask('/files', { headers: { origin: 'https://app.example' } })
    expect(response.headers.get('access-control-expose-headers')).toContain('X-RateLimit-Reset')
    expect(server.requests).toHaveLength(1)
  })

  it('may not where the server says so', async () => {
    await start({ allowsOrigins: false })
    const { response } = await ask('/files', { headers: { origin: 'https://app.example' } })
    expect(response.headers.has('access-control-allow-origin')).toBe(false)
  })
})

describe('an upload', () => {
  it('in one form keeps its bytes, where they fit', async () => {
    await start({ maxFileSize: 10 })
    const form = new FormData()
    form.append('metadata', '{"page":1}')
    form.append('file', new File(['hello'], 'ünï.txt', { type: 'text/plain' }))
    const { body } = await ask('/files/upload', { method: 'POST', body: form })
    expect(body).toMatchObject({ data: { file: { name: 'ünï.txt', metadata: { page: 1 } } } })
    const [id = ''] = server.fileIds()
    // printf hello | sha256sum
    expect(server.sha256(id)).toBe(
      '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
    )
    form.set('file', new File(['far too many'], 'b.txt'))
    const refused = await ask('/files/upload', { method: 'POST', body: form })
    expect(refused.body).toMatchObject({
      error: { code: 'FILE_TOO_LARGE', details: { fileSize: 12, maxSize: 10 } },
    })
  })

  it('of no open upload has expired', async () => {
    await start()
    const init = { method: 'POST', body: JSON.stringify({ uploadId: 'upload_1', fileId: 'f' }) }
    const { response, body } = await ask('/files/multipart-upload-complete', init)
    expect(response.status).toBe(400)
    expect(body).toMatchObject({ error: { code: 'UPLOAD_EXPIRED' } })
  })
})
