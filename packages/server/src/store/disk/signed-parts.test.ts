import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageOrigin, putBytes, startTestStore, until } from '../../../testing/test-backend.js'
import {
  changed,
  expectRefusal,
  newKey,
  sha256,
  signGet,
  signPut,
  startParts,
} from '../../../testing/test-objects.js'

let disk: Awaited<ReturnType<typeof startTestStore>>

beforeAll(async () => {
  disk = await startTestStore()
})
afterAll(() => disk.close())

describe('a signed checksum', () => {
  test('is a header of the PUT, and the bytes must have it', async () => {
    const key = newKey()
    const signed = await signPut(disk, { key, checksum: sha256('hello') })
    expect(signed.headers).toMatchObject({ 'x-amz-checksum-sha256': sha256('hello') })
    await expectRefusal(await putBytes(signed, 'HELLO'), 400, 'BadDigest')
    expect(await disk.store.head(key)).toBeNull()
    const { 'x-amz-checksum-sha256': _, ...bare } = signed.headers
    const others = [bare, { ...signed.headers, 'x-amz-checksum-sha256': sha256('HELLO') }]
    for (const headers of others) {
      const answer = await putBytes({ ...signed, headers }, 'HELLO')
      await expectRefusal(answer, 403, 'SignatureDoesNotMatch')
    }
    const url = changed(signed.url, 'checksum', sha256('HELLO'))
    await expectRefusal(await putBytes({ ...signed, url }, 'HELLO'), 403, 'SignatureDoesNotMatch')
    const stored = await putBytes(signed, 'hello')
    expect(stored.headers.get('x-amz-checksum-sha256')).toBe(sha256('hello'))
  })

  test('may be sent unsigned too, and counts', async () => {
    const signed = await signPut(disk)
    const headers = { ...signed.headers, 'x-amz-checksum-sha256': sha256('HELLO') }
    await expectRefusal(await putBytes({ ...signed, headers }, 'hello'), 400, 'BadDigest')
  })
})

describe('a signed part', () => {
  test('of several makes one object, read as one, whole and in ranges', async () => {
    const { ref, put, complete } = await startParts(disk)
    for (const [number, bytes] of [
      [3, 'fgh'],
      [1, 'ab'],
      [2, 'cde'],
    ] as const) {
      const answer = await put(number, bytes)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('x-amz-checksum-sha256')).toBe(sha256(bytes))
    }
    expect(await disk.store.head(ref.key)).toBeNull()
    const object = await complete()
    expect(object).toMatchObject({ size: 8, checksum: null, isPromoted: false })
    expect(object?.etag).toMatch(/^"[0-9a-f]{64}-3"$/)
    expect(await complete()).toBeNull()
    expect(await disk.store.promote(ref.key, '"other-3"')).toBeNull()
    expect(await disk.store.promote(ref.key, object?.etag ?? '')).toMatchObject({ size: 8 })
    const { url } = await signGet(disk, ref.key)
    const whole = await fetch(url)
    expect(whole.headers.get('content-length')).toBe('8')
    expect(whole.headers.get('etag')).toBe(object?.etag)
    expect(await whole.text()).toBe('abcdefgh')
    for (let start = 0; start < 8; start++) {
      for (let end = start; end < 8; end++) {
        const answer = await fetch(url, { headers: { range: `bytes=${start}-${end}` } })
        expect(await answer.text()).toBe('abcdefgh'.slice(start, end + 1))
      }
    }
  })

  test('is for its upload, number, length, checksum and time alone', async () => {
    const { ref, sign, list } = await startParts(disk)
    const other = await startParts(disk)
    const signed = await sign(1, { checksum: sha256('hello') })
    for (const [name, value] of [
      ['uploadId', other.ref.uploadId],
      ['uploadId', '../..'],
      ['partNumber', '2'],
      ['partNumber', 'x'],
      ['size', '6'],
      ['checksum', sha256('HELLO')],
      ['expires', '99999999999'],
      ['signature', 'AAAA'],
    ] as const) {
      const url = changed(signed.url, name, value)
      await expectRefusal(await putBytes({ ...signed, url }, 'hello'), 403, 'SignatureDoesNotMatch')
    }
    const foreign = { ...signed, url: signed.url.replace(ref.key, other.ref.key) }
    await expectRefusal(await putBytes(foreign, 'hello'), 403, 'SignatureDoesNotMatch')
    await expectRefusal(await putBytes(signed, 'hello!'), 403, 'SignatureDoesNotMatch')
    await expectRefusal(await putBytes(signed, 'HELLO'), 400, 'BadDigest')
    const late = await sign(1, { expiresAt: Date.now() - 1000 })
    await expectRefusal(await putBytes(late, 'hello'), 403, 'AccessDenied')
    expect([await list(), await other.list()]).toEqual([[], []])
    await expectRefusal(await fetch(signed.url), 403, 'AccessDenied')
  })

  test('sent again replaces the former; a failed one does not', async () => {
    const { sign, put, list } = await startParts(disk)
    await put(1, 'hello')
    const wrong = await sign(1, { checksum: sha256('other') })
    await expectRefusal(await putBytes(wrong, 'HELLO'), 400, 'BadDigest')
    expect(await list()).toMatchObject([{ checksum: sha256('hello') }])
    await put(1, 'HELLO')
    expect(await list()).toMatchObject([{ partNumber: 1, size: 5, checksum: sha256('HELLO') }])
  })

  test('after completion or abortion finds no upload', async () => {
    const done = await startParts(disk)
    await done.put(1, 'hello')
    await done.complete()
    await expectRefusal(await done.put(1, 'HELLO'), 404, 'NoSuchUpload')
    const aborted = await startParts(disk)
    await aborted.put(1, 'hello')
    await disk.store.abortMultipart(aborted.ref)
    await disk.store.abortMultipart(aborted.ref)
    await expectRefusal(await aborted.put(1, 'hello'), 404, 'NoSuchUpload')
    expect(await aborted.list()).toBeNull()
    const deleted = await startParts(disk)
    await disk.store.delete(deleted.ref.key)
    await disk.store.createMultipart(deleted.ref.key, 'text/plain')
    await expectRefusal(await deleted.put(1, 'hello'), 404, 'NoSuchUpload')
  })

  test('that is on its way while its upload ends leaves nothing (row 50)', async () => {
    const before = await disk.listBytes()
    for (const end of ['abortMultipart', 'delete'] as const) {
      const { ref, sign } = await startParts(disk)
      const signed = await sign(1, { size: 200_000 })
      const { hostname, port, pathname, search } = new URL(signed.url)
      const socket = connect(Number(port), hostname)
      socket.on('error', () => undefined)
      const answer = new Promise<string>((resolve) => {
        let text = ''
        socket.on('data', (chunk) => (text += chunk.toString()))
        socket.on('close', () => resolve(text))
      })
      socket.write(
        `PUT ${pathname}${search} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 200000\r\n\r\n`,
      )
      socket.write(Buffer.alloc(100_000))
      await until(async () => (await disk.listBytes()).length > before.length)
      await (end === 'delete' ? disk.store.delete(ref.key) : disk.store.abortMultipart(ref))
      socket.write(Buffer.alloc(100_000))
      expect(await answer).toMatch(/^HTTP\/1\.1 404 .*<Code>NoSuchUpload<\/Code>/s)
      expect(await disk.listBytes()).toEqual(before)
    }
  })

  test('tells its ETag and checksum to the page', async () => {
    const { sign } = await startParts(disk)
    const signed = await sign(1, { checksum: sha256('hello') })
    const headers = { ...signed.headers, origin: pageOrigin }
    const answer = await putBytes({ ...signed, headers }, 'hello')
    const exposed = answer.headers.get('access-control-expose-headers')
    expect(exposed).toMatch(/ETag.*x-amz-checksum-sha256/)
    const asked = await fetch(signed.url, {
      method: 'OPTIONS',
      headers: { origin: pageOrigin, 'access-control-request-method': 'PUT' },
    })
    const allowed = asked.headers.get('access-control-allow-headers')
    expect(allowed?.toLowerCase()).toContain('x-amz-checksum-sha256')
  })
})
