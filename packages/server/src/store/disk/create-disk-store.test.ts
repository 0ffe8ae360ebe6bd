import { createHash } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageOrigin, putBytes, startTestStore, until } from '../../../testing/test-backend.js'
import {
  changed,
  expectRefusal,
  newKey,
  signGet,
  signPut,
  storeObject,
} from '../../../testing/test-objects.js'

let disk: Awaited<ReturnType<typeof startTestStore>>

beforeAll(async () => {
  disk = await startTestStore()
})
afterAll(() => disk.close())

/** Sends a head and a part of the body, by hand: `fetch` does not send what is wrong. */
function sendRaw(url: string, headers: readonly string[], body: string | Buffer) {
  const { hostname, port, pathname, search } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  const head = [`PUT ${pathname}${search} HTTP/1.1`, `Host: ${hostname}:${port}`, ...headers]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  socket.write(body)
  const answer = new Promise<string>((resolve) => {
    let text = ''
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.on('close', () => resolve(text))
  })
  return { socket, answer }
}

describe('a signed PUT', () => {
  test('stores the bytes under their SHA-256, also none', async () => {
    for (const body of ['hello', '']) {
      const key = newKey()
      const answer = await putBytes(await signPut(disk, { key, size: body.length }), body)
      const sha256 = createHash('sha256').update(body).digest()
      expect(answer.status).toBe(200)
      expect(answer.headers.get('etag')).toBe(`"${sha256.toString('hex')}"`)
      expect(await disk.store.head(key)).toEqual({
        size: body.length,
        etag: `"${sha256.toString('hex')}"`,
        checksum: sha256.toString('base64'),
        isPromoted: false,
      })
    }
  })

  test('is refused without, with a changed, and with an expired signature', async () => {
    const signed = await signPut(disk)
    const bare = { ...signed, url: signed.url.split('?')[0] ?? '' }
    await expectRefusal(await putBytes(bare, 'hello'), 403, 'AccessDenied')
    for (const [name, value] of [
      ['signature', 'AAAA'],
      ['signature', ''],
      ['expires', '99999999999'],
      ['type', 'text/html'],
      ['size', '6'],
      ['size', '-1'],
    ] as const) {
      const url = changed(signed.url, name, value)
      await expectRefusal(await putBytes({ ...signed, url }, 'hello'), 403, 'SignatureDoesNotMatch')
    }
    const other = { ...signed, url: signed.url.replace(/[0-9a-f]{32}/, newKey()) }
    await expectRefusal(await putBytes(other, 'hello'), 403, 'SignatureDoesNotMatch')
    const late = await putBytes(await signPut(disk, { expiresAt: Date.now() - 1000 }), 'hello')
    expect(await late.clone().text()).toContain('<Message>Request has expired</Message>')
    await expectRefusal(late, 403, 'AccessDenied')
  })

  test('is not a signature for a GET, nor the other way round', async () => {
    const key = await storeObject(disk, 'hello')
    const put = await signPut(disk, { key })
    await expectRefusal(await fetch(put.url), 403, 'AccessDenied')
    const get = await signGet(disk, key)
    const headers = { 'content-type': 'text/plain' }
    await expectRefusal(await putBytes({ ...get, headers }, 'hello'), 403, 'AccessDenied')
  })

  test('is refused with another type or length than was signed (S7, S13)', async () => {
    const signed = await signPut(disk)
    const html = { ...signed, headers: { 'content-type': 'text/html' } }
    await expectRefusal(await putBytes(html, 'hello'), 403, 'SignatureDoesNotMatch')
    await expectRefusal(await putBytes(signed, 'hello!'), 403, 'SignatureDoesNotMatch')
    await expectRefusal(await putBytes(signed, 'hell'), 403, 'SignatureDoesNotMatch')
  })

  test('is refused without a Content-Length', async () => {
    const signed = await signPut(disk)
    const { answer, socket } = sendRaw(
      signed.url,
      ['Content-Type: text/plain', 'Transfer-Encoding: chunked', 'Connection: close'],
      '5\r\nhello\r\n0\r\n\r\n',
    )
    expect(await answer).toMatch(/^HTTP\/1\.1 411 .*<Code>MissingContentLength<\/Code>/s)
    socket.destroy()
  })

  test('does not write once the object is promoted (S16)', async () => {
    const key = newKey()
    const signed = await signPut(disk, { key })
    const stored = await putBytes(signed, 'hello')
    await disk.store.promote(key, stored.headers.get('etag') ?? '')
    await expectRefusal(await putBytes(signed, 'HELLO'), 412, 'PreconditionFailed')
    expect(await (await fetch((await signGet(disk, key)).url)).text()).toBe('hello')
  })

  test('may be repeated before; the last bytes stay, and only they can be promoted (S17)', async () => {
    const key = newKey()
    const signed = await signPut(disk, { key })
    const first = await putBytes(signed, 'hello')
    const second = await putBytes(signed, 'HELLO')
    expect(await disk.store.promote(key, first.headers.get('etag') ?? '')).toBeNull()
    const promoted = await disk.store.promote(key, second.headers.get('etag') ?? '')
    expect(promoted).toMatchObject({ etag: second.headers.get('etag'), isPromoted: true })
  })

  test('leaves no object when it ends after the delete, or starts after it', async () => {
    const before = await disk.listBytes()
    const key = newKey()
    const size = 200_000
    const signed = await signPut(disk, { key, size })
    const head = ['Content-Type: text/plain', `Content-Length: ${size}`, 'Connection: close']
    const { socket, answer } = sendRaw(signed.url, head, Buffer.alloc(100_000))
    await until(async () => (await disk.listBytes()).length > before.length)
    await disk.store.delete(key)
    socket.write(Buffer.alloc(100_000))
    expect(await answer).toMatch(/^HTTP\/1\.1 404 .*<Code>NoSuchUpload<\/Code>/s)
    await expectRefusal(await putBytes(signed, new Uint8Array(size)), 404, 'NoSuchUpload')
    expect(await disk.store.head(key)).toBeNull()
    expect(await disk.listBytes()).toEqual(before)
  })

  test('leaves nothing when its body is cut off, 200 times (S34)', async () => {
    const before = await disk.listBytes()
    const size = 1_000_000
    const head = ['Content-Type: text/plain', `Content-Length: ${size}`]
    const keys = Array.from({ length: 200 }, newKey)
    const sockets = await Promise.all(
      keys.map(async (key) => {
        const { url } = await signPut(disk, { key, size })
        return sendRaw(url, head, Buffer.alloc(70_000)).socket
      }),
    )
    await until(async () => (await disk.listBytes()).length === before.length + keys.length)
    for (const socket of sockets) socket.destroy()
    await until(async () => (await disk.listBytes()).length === before.length)
    for (const key of keys) expect(await disk.store.head(key)).toBeNull()
  }, 30_000)

  test('is ended when it comes too slowly (S36)', async () => {
    const hasty = await startTestStore({ pace: { windowMs: 300, minBytes: 100 } })
    const head = ['Content-Type: text/plain', 'Content-Length: 1000']
    const { answer } = sendRaw((await signPut(hasty, { size: 1000 })).url, head, 'x')
    expect(await answer).toMatch(/^HTTP\/1\.1 400 .*<Code>RequestTimeout<\/Code>/s)
    expect(await hasty.listBytes()).toEqual([])
    await hasty.close()
  })
})

describe('a refused body', () => {
  test.each([
    ['1 MB', 1_000_000],
    ['a part', 16_777_216],
  ])('of %s is read to its end, and the connection lives on (F4)', async (_, size) => {
    const signed = await signPut(disk, { size, expiresAt: Date.now() - 1000 })
    const answer = await new Promise<{ status: number | undefined; connection: unknown }>(
      (resolve, reject) => {
        const request = httpRequest(
          signed.url,
          { method: 'PUT', headers: { ...signed.headers, 'content-length': size } },
          (response) => {
            response.resume()
            resolve({ status: response.statusCode, connection: response.headers.connection })
          },
        )
        request.on('error', reject)
        request.end(Buffer.alloc(size))
      },
    )
    expect(answer).toEqual({ status: 403, connection: 'keep-alive' })
  })

  test('of more is answered, and the connection closed', async () => {
    const size = 50_000_000
    const signed = await signPut(disk, { size, expiresAt: Date.now() - 1000 })
    const head = ['Content-Type: text/plain', `Content-Length: ${size}`]
    const { answer } = sendRaw(signed.url, head, Buffer.alloc(3_000_000))
    const text = await answer
    expect(text).toMatch(/^HTTP\/1\.1 403 /)
    expect(text).toMatch(/\r\nconnection: close\r\n/i)
  })
})

test('no path but a key reaches the disk (S4)', async () => {
  const { url } = await signPut(disk)
  for (const path of ['/objects/../secret', '/objects/%2e%2e%2fsecret', '/secret', '/', '//x']) {
    const target = new URL(url)
    const answer = await fetch(`http://${target.host}${path}${target.search}`, { method: 'PUT' })
    await expectRefusal(answer, 404, 'NoSuchKey')
  }
  await expectRefusal(await fetch(url, { method: 'DELETE' }), 405, 'MethodNotAllowed')
})

describe('other origins (S31)', () => {
  const preflight = async (origin: string) => {
    const { url } = await signPut(disk)
    return fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-type',
      },
    })
  }

  test('the page may send, and read what it needs', async () => {
    const asked = await preflight(pageOrigin)
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-origin')).toBe(pageOrigin)
    expect(asked.headers.get('access-control-allow-methods')).toContain('PUT')
    expect(asked.headers.get('access-control-max-age')).toBe('7200')
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull()
    const signed = await signPut(disk)
    const headers = { ...signed.headers, origin: pageOrigin }
    const answer = await putBytes({ ...signed, headers }, 'hello')
    expect(answer.headers.get('access-control-allow-origin')).toBe(pageOrigin)
    expect(answer.headers.get('access-control-expose-headers')).toMatch(/ETag.*Retry-After/)
  })

  test('a refusal can be read too', async () => {
    const signed = await signPut(disk, { expiresAt: 0 })
    const headers = { ...signed.headers, origin: pageOrigin }
    const answer = await putBytes({ ...signed, headers }, 'hello')
    expect(answer.headers.get('access-control-allow-origin')).toBe(pageOrigin)
  })

  test.each([
    'null',
    'http://localhost:43210',
    'https://localhost:4321',
    'http://localhost:4321.evil.example',
    'http://evil-localhost:4321',
    'http://sub.localhost:4321',
  ])('%s may not', async (origin) => {
    const asked = await preflight(origin)
    expect(asked.headers.get('access-control-allow-origin')).toBeNull()
  })
})
