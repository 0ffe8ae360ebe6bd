import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createTicket,
  pageOrigin,
  putBytes,
  readProblem,
  startTestBackend,
  uploadBody,
  uploadText,
  type TestBackend,
} from '../testing/test-backend.js'

let backend: TestBackend

beforeAll(async () => {
  backend = await startTestBackend()
}, 60_000)
afterAll(() => backend.close())

const raw = (path: string, init: RequestInit) =>
  backend.fetch(new Request(`http://api.test${path}`, init))

describe('problem+json', () => {
  test('for what is not there', async () => {
    for (const path of [
      '/',
      '/api',
      '/api/',
      '/api/nothing',
      '/files',
      '/api/files/1/2',
      '/api//',
    ]) {
      const problem = await readProblem(await raw(path, {}))
      expect(problem).toMatchObject({ status: 404, code: 'not-found' })
    }
    const unknownMethod = await raw('/api/files', {
      method: 'PUT',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    expect((await readProblem(unknownMethod)).status).toBe(404)
  })

  test('for nobody', async () => {
    const headers = { authorization: 'nobody' }
    expect(await readProblem(await backend.get('/files', headers))).toMatchObject({
      status: 401,
      code: 'unauthenticated',
    })
    expect((await backend.post('/uploads', uploadBody(), headers)).status).toBe(401)
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
  ])('for a body of type "%s", which a page may send without asking (S30)', async (type) => {
    const answer = await raw('/api/uploads', {
      method: 'POST',
      body: JSON.stringify(uploadBody()),
      headers: type === '' ? {} : { 'content-type': type },
    })
    expect(await readProblem(answer)).toMatchObject({ status: 415, code: 'validation' })
  })

  test.each(['', '{', '[]', 'null', '"x"', '{"size":1e999}', '\u0000', '['.repeat(500_000)])(
    'for a body that is no request',
    async (body) => {
      const headers = { 'content-type': 'application/json; charset=utf-8' }
      const problem = await readProblem(
        await raw('/api/uploads', { method: 'POST', body, headers }),
      )
      expect([400, 422]).toContain(problem.status)
    },
  )

  test('for metadata that nests without end', async () => {
    const nested = `{"a":${'['.repeat(300_000)}${']'.repeat(300_000)}}`
    const body = JSON.stringify(uploadBody({ metadata: 0 })).replace(
      '"metadata":0',
      `"metadata":${nested}`,
    )
    const headers = { 'content-type': 'application/json' }
    const problem = await readProblem(await raw('/api/uploads', { method: 'POST', body, headers }))
    expect(problem).toMatchObject({ status: 422, code: 'validation' })
  })

  test('for a body that is too large, declared or not', async () => {
    const body = JSON.stringify(uploadBody({ name: 'x'.repeat(1_100_000) }))
    const headers = { 'content-type': 'application/json' }
    for (const more of [{ 'content-length': String(body.length) }, {}]) {
      const answer = await raw('/api/uploads', {
        method: 'POST',
        body,
        headers: { ...headers, ...more },
      })
      expect(await readProblem(answer)).toMatchObject({ status: 413, code: 'too-large' })
    }
  })

  test('never a 5xx for random input', async () => {
    const json = fc.oneof(
      fc.json(),
      fc
        .record({
          clientId: fc.oneof(fc.uuid(), fc.string()),
          name: fc.string({ unit: 'binary' }),
          contentType: fc.oneof(fc.constant('text/plain'), fc.string()),
          size: fc.oneof(fc.maxSafeNat(), fc.double(), fc.string()),
          path: fc.option(fc.string({ unit: 'binary' })),
          category: fc.option(fc.string({ unit: 'binary' })),
          metadata: fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()),
          checksum: fc.jsonValue(),
          preferredKinds: fc.constantFrom(undefined, ['form'], ['multipart'], ['x']),
          uploads: fc.array(fc.jsonValue()),
          parts: fc.oneof(fc.jsonValue(), fc.array(fc.record({ partNumber: fc.integer() }))),
        })
        .map((value) => JSON.stringify(value)),
    )
    const path = fc.oneof(
      fc.constantFrom(
        '/uploads',
        '/uploads/batch',
        '/uploads/finalize',
        '/uploads/abandon',
        `/uploads/${crypto.randomUUID()}/finalize`,
        `/uploads/${crypto.randomUUID()}/parts`,
        '/uploads/1/abandon',
      ),
      fc.webQueryParameters().map((query) => `/files?${query}`),
      fc.string().map((text) => `/files?search=${encodeURIComponent(text)}&cursor=${text}`),
      fc.webPath().map((text) => `/files${text}`),
    )
    await fc.assert(
      fc.asyncProperty(path, json, async (target, body) => {
        const isRead = target.startsWith('/files')
        const answer = await raw(`/api${target}`, {
          ...(isRead ? {} : { method: 'POST', body }),
          headers: { 'content-type': 'application/json' },
        })
        if (answer.status >= 400) await readProblem(answer)
        expect(answer.status).toBeLessThan(500)
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  test('and a 500 says nothing of what broke', async () => {
    const answer = await backend.get('/files', { authorization: 'broken' })
    const text = await answer.clone().text()
    expect(await readProblem(answer)).toMatchObject({ status: 500, code: 'server' })
    expect(text + backend.lines.join()).not.toContain('detail of broken')
    expect(backend.lines.some((line) => line.includes('"event":"api-failed"'))).toBe(true)
  })
})

describe('other origins (S31)', () => {
  const allowedFor = async (origin: string, method: string) => {
    const answer = await raw('/api/uploads', {
      method,
      headers: { origin, 'access-control-request-method': 'POST' },
    })
    return answer.headers.get('access-control-allow-origin')
  }

  test('exact ones only, also on refusals', async () => {
    for (const method of ['OPTIONS', 'POST']) {
      expect(await allowedFor(pageOrigin, method)).toBe(pageOrigin)
      for (const origin of [
        'null',
        '*',
        `${pageOrigin}0`,
        `${pageOrigin}.evil.example`,
        'http://x',
      ]) {
        expect(await allowedFor(origin, method)).toBeNull()
      }
    }
  })
})

test('pages of allowed origins may use every method, and say who calls', async () => {
  const answer = await raw('/api/files/1', {
    method: 'OPTIONS',
    headers: { origin: pageOrigin, 'access-control-request-method': 'DELETE' },
  })
  expect(answer.headers.get('access-control-allow-methods')).toBe('GET,POST,PUT,PATCH,DELETE')
  expect(answer.headers.get('access-control-allow-headers')).toContain('X-Demo-User')
  // It has no body, and so no type of one.
  const removed = await raw('/api/files/1', { method: 'DELETE' })
  expect((await readProblem(removed)).status).toBe(404)
})

test('the document describes the routes, and needs no sign-in', async () => {
  const answer = await backend.get('/openapi.json', { authorization: 'nobody' })
  const document = (await answer.json()) as { openapi: string; paths: object; servers: unknown }
  expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: '/api' }] })
  const methods = Object.values(document.paths).map((path: object) => Object.keys(path))
  expect(methods.flat()).toHaveLength(29)
  expect(Object.keys(document.paths)).toEqual([
    '/uploads/batch',
    '/uploads/finalize',
    '/uploads/abandon',
    '/uploads',
    '/uploads/{fileId}',
    '/uploads/{fileId}/renew',
    '/uploads/{fileId}/finalize',
    '/uploads/{fileId}/abandon',
    '/uploads/{fileId}/parts',
    '/files',
    '/files/{id}',
    '/files/{id}/associations',
    '/files/delete',
    '/files/{id}/visibility',
    '/files/{id}/status',
    '/public/{id}/{name}',
    '/associations',
    '/associations/delete',
    '/folders',
    '/folders/{id}',
    '/categories',
    '/categories/{id}',
    '/limits',
  ])
  expect((await backend.get('/healthz', { authorization: 'nobody' })).status).toBe(200)
})

test('no log line holds a signature, a name or a token (S18, S47)', async () => {
  const secret = 'token-9f2c'
  const name = 'private-name.pdf'
  const headers = { authorization: secret }
  const file = await uploadText(backend, { name, contentType: 'application/pdf' }, headers)
  const ticket = await createTicket(backend, { name }, headers)
  await putBytes({ ...ticket, url: ticket.url.replace('expires=', 'expires=9') }, 'hello')
  await fetch(file.url ?? '')
  await backend.get(`/files?search=${name}`, headers)
  await backend.get(`/files/${name}?x=${secret}`, headers)
  await backend.post('/uploads', uploadBody({ name, size: -1 }), headers)
  const log = backend.lines.join('\n')
  expect(log).toContain('"route":"/api/uploads/:fileId/finalize"')
  expect(log).toContain('"event":"store"')
  for (const line of backend.lines) expect(() => JSON.parse(line) as unknown).not.toThrow()
  const signatures = [ticket.url, file.url ?? ''].map((url) =>
    new URL(url).searchParams.get('signature'),
  )
  for (const text of [secret, name, 'signature', '?', ...signatures])
    expect(log).not.toContain(text)
})
