import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageOrigin, startTestStore, until } from '../../../testing/test-backend.js'
import {
  defaultGrant,
  expectRefusal,
  newKey,
  postForm,
  sha256,
  withField,
} from '../../../testing/test-objects.js'

type Disk = Awaited<ReturnType<typeof startTestStore>>
type PostGrant = Parameters<Disk['store']['signPost']>[0]

let disk: Disk

beforeAll(async () => {
  disk = await startTestStore()
})
afterAll(() => disk.close())

const signPost = (overrides: Partial<PostGrant> = {}, { store } = disk) =>
  store.signPost({ ...defaultGrant(), ...overrides })

const boundary = 'x-boundary'

/** A form by hand, with what no browser would send. */
function rawForm(parts: readonly (readonly [name: string, value: string])[], end = '--\r\n') {
  const texts = parts.map(
    ([name, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return `${texts.join('')}--${boundary}${end}`
}

const postRaw = (url: string, body: string) =>
  fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  })

describe('a posted form', () => {
  test('stores the bytes, also none and many', async () => {
    for (const bytes of ['hello', '', 'x'.repeat(3_000_000)]) {
      const key = newKey()
      const form = await signPost({ key, size: bytes.length, checksum: sha256(bytes) })
      const answer = await postForm(form, bytes)
      expect(answer.status).toBe(204)
      const found = await disk.store.head(key)
      expect(found).toMatchObject({ size: bytes.length, checksum: sha256(bytes) })
      expect(answer.headers.get('etag')).toBe(found?.etag)
    }
  })

  test('is signed for this key, type and size, and nothing else (S14)', async () => {
    const grant = { ...defaultGrant(), checksum: sha256('hello') }
    const fields = new Map((await disk.store.signPost(grant)).fields)
    const policy = Buffer.from(fields.get('policy') ?? '', 'base64').toString()
    expect(JSON.parse(policy)).toEqual({
      expiration: new Date(Math.floor(grant.expiresAt / 1000) * 1000).toISOString(),
      conditions: [
        { key: grant.key },
        { 'Content-Type': 'text/plain' },
        { 'x-amz-checksum-sha256': sha256('hello') },
        ['content-length-range', 5, 5],
      ],
    })
  })

  test.each([200, 201, 204] as const)('answers %i where that was signed', async (status) => {
    const form = await signPost({ successStatus: status })
    const answer = await postForm(form, 'hello')
    expect(answer.status).toBe(status)
    expect(answer.headers.get('etag')).toMatch(/^"[0-9a-f]{64}"$/)
    expect((await answer.text()).includes('<ETag>')).toBe(status === 201)
  })

  test('with a field changed, left out or added is refused', async () => {
    const before = await disk.listBytes()
    const form = await signPost({ successStatus: 200, checksum: sha256('hello') })
    for (const [name, value] of [
      ['key', newKey()],
      ['Content-Type', 'text/html'],
      ['success_action_status', '204'],
      ['x-amz-checksum-sha256', sha256('HELLO')],
      ['key', null],
      ['Content-Type', null],
      ['policy', null],
      ['x-amz-signature', null],
      ['acl', 'public-read'],
      ['__proto__', 'x'],
    ] as const) {
      await expectRefusal(
        await postForm(withField(form, name, value), 'hello'),
        403,
        'AccessDenied',
      )
    }
    const other = Buffer.from(JSON.stringify({ expiration: '2999-01-01', conditions: [] }))
    for (const [name, value] of [
      ['x-amz-signature', 'ab'.repeat(32)],
      ['x-amz-signature', ''],
      ['policy', other.toString('base64')],
    ] as const) {
      const changed = withField(form, name, value)
      await expectRefusal(await postForm(changed, 'hello'), 403, 'SignatureDoesNotMatch')
    }
    expect(await disk.listBytes()).toEqual(before)
  })

  test('too large, too small, with other bytes, or too late leaves nothing (S13)', async () => {
    const before = await disk.listBytes()
    await expectRefusal(await postForm(await signPost(), 'hello!'), 413, 'EntityTooLarge')
    await expectRefusal(await postForm(await signPost(), 'hell'), 400, 'EntityTooSmall')
    const declared = await signPost({ checksum: sha256('HELLO') })
    await expectRefusal(await postForm(declared, 'hello'), 400, 'BadDigest')
    const late = await postForm(await signPost({ expiresAt: Date.now() - 1000 }), 'hello')
    expect(await late.clone().text()).toContain('Policy expired')
    await expectRefusal(late, 403, 'AccessDenied')
    expect(await disk.listBytes()).toEqual(before)
  })

  test('has its file, and one only, as the last field', async () => {
    const before = await disk.listBytes()
    const { url, fields } = await signPost()
    const post = (parts: readonly (readonly [string, string])[]) => postRaw(url, rawForm(parts))
    await expectRefusal(await post(fields), 400, 'InvalidArgument')
    // Whether the missing policy or the late field is met first is a matter of how the bytes come.
    expect([400, 403]).toContain((await post([['file', 'hello'], ...fields])).status)
    const [last, ...others] = fields.toReversed()
    if (last === undefined) throw new Error('No fields.')
    const early = [...others.toReversed(), ['file', 'hello'] as const, last]
    expect([400, 403]).toContain((await post(early)).status)
    for (const extra of ['x', 'file']) {
      const more = [...fields, ['file', 'hello'], [extra, 'hello']] as const
      await expectRefusal(await post(more), 400, 'InvalidArgument')
    }
    expect(await disk.listBytes()).toEqual(before)
    expect((await post([...fields, ['file', 'hello']])).status).toBe(204)
  })

  test('is refused once the object is promoted or deleted (S16)', async () => {
    const key = newKey()
    const form = await signPost({ key })
    const stored = await postForm(form, 'hello')
    await disk.store.promote(key, stored.headers.get('etag') ?? '')
    await expectRefusal(await postForm(form, 'HELLO'), 412, 'PreconditionFailed')
    await disk.store.delete(key)
    await expectRefusal(await postForm(form, 'hello'), 404, 'NoSuchUpload')
  })

  test('tells its ETag to the page, and goes to no object of its own', async () => {
    const form = await signPost()
    const answer = await postForm(form, 'hello', { origin: pageOrigin })
    expect(answer.headers.get('access-control-allow-origin')).toBe(pageOrigin)
    expect(answer.headers.get('access-control-expose-headers')).toContain('ETag')
    const other = { ...form, url: `${form.url}/${newKey()}` }
    await expectRefusal(await postForm(other, 'hello'), 405, 'MethodNotAllowed')
  })
})

describe('a broken form (S34)', () => {
  test.each([
    ['', 'text/plain'],
    ['hello', 'multipart/form-data'],
    ['', `multipart/form-data; boundary=${boundary}`],
    ['hello', `multipart/form-data; boundary=${boundary}`],
    [rawForm([['file', 'hello']], ''), `multipart/form-data; boundary=${boundary}`],
  ])('%j as %s is a 4xx', async (body, type) => {
    const { url } = await signPost()
    const answer = await fetch(url, { method: 'POST', body, headers: { 'content-type': type } })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })

  test('cut or flipped anywhere never stores other bytes, and leaves nothing else', async () => {
    const before = await disk.listBytes()
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.boolean(), fc.string(), async (at, isCut, text) => {
        const key = newKey()
        const { url, fields } = await signPost({ key, checksum: sha256('hello') })
        const body = rawForm([...fields, ['file', 'hello']])
        const place = at % (body.length - 2)
        const changed = body.slice(0, place) + (isCut ? '' : text + body.slice(place + 1))
        const answer = await postRaw(url, changed)
        expect(answer.status).toBeLessThan(500)
        const found = await disk.store.head(key)
        expect(found === null || found.checksum === sha256('hello')).toBe(true)
        expect(found !== null).toBe(answer.status === 204)
        await disk.store.delete(key)
      }),
      { numRuns: 150 },
    )
    expect(await disk.listBytes()).toEqual(before)
  }, 30_000)

  test('whose connection is lost, 100 times, or that stops, leaves nothing (S36)', async () => {
    const before = await disk.listBytes()
    const send = async (to = disk) => {
      const { url, fields } = await signPost({ size: 1_000_000 }, to)
      const { hostname, port, pathname } = new URL(url)
      const socket = connect(Number(port), hostname)
      socket.on('error', () => undefined)
      const head = rawForm([...fields, ['file', 'x'.repeat(70_000)]], '').slice(0, -30)
      socket.write(
        `POST ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n` +
          `Content-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: 1001000\r\n\r\n${head}`,
      )
      return socket
    }
    const sockets = await Promise.all(Array.from({ length: 100 }, () => send()))
    await until(async () => (await disk.listBytes()).length === before.length + 100)
    for (const socket of sockets) socket.destroy()
    await until(async () => (await disk.listBytes()).length === before.length)
    const hasty = await startTestStore({ pace: { windowMs: 300, minBytes: 100 } })
    const slow = await send(hasty)
    const answer = await new Promise<string>((resolve) => {
      let text = ''
      slow.on('data', (chunk) => (text += chunk.toString()))
      slow.on('close', () => resolve(text))
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400 .*<Code>RequestTimeout<\/Code>/s)
    expect(await hasty.listBytes()).toEqual([])
    await hasty.close()
  }, 30_000)
})
