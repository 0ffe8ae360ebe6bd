import { afterAll, beforeAll, expect, test } from 'vitest'
import { putBytes, startTestStore } from '../../../testing/test-backend.js'
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

test('answers with headers that let nothing run (S5, S6, S8)', async () => {
  const key = await storeObject(disk, 'hello')
  const answer = await fetch((await signGet(disk, key, 'ä "x"\r\nSet-Cookie: a.html')).url)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/plain',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'cross-origin',
    'accept-ranges': 'bytes',
    'content-length': '5',
  })
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="/)
  expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''%C3%A4%20")
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(await answer.text()).toBe('hello')
})

test('answers 404 until the object is promoted, and after it is deleted (S40, S49)', async () => {
  const key = newKey()
  const stored = await putBytes(await signPut(disk, { key }), 'hello')
  const { url } = await signGet(disk, key)
  await expectRefusal(await fetch(url), 404, 'NoSuchKey')
  await disk.store.promote(key, stored.headers.get('etag') ?? '')
  expect((await fetch(url)).status).toBe(200)
  await disk.store.delete(key)
  await expectRefusal(await fetch(url), 404, 'NoSuchKey')
})

test('is refused without, with a changed, and with an expired signature', async () => {
  const key = await storeObject(disk, 'hello')
  const { url } = await signGet(disk, key)
  await expectRefusal(await fetch(url.split('?')[0] ?? ''), 403, 'AccessDenied')
  for (const [name, value] of [
    ['signature', 'x'],
    ['name', 'b.exe'],
    ['type', 'text/html'],
    ['expires', '99999999999'],
  ] as const) {
    await expectRefusal(await fetch(changed(url, name, value)), 403, 'SignatureDoesNotMatch')
  }
  const late = await signGet(disk, key, 'a.txt', Date.now() - 1000)
  await expectRefusal(await fetch(late.url), 403, 'AccessDenied')
})

test('answers ranges, conditions and HEAD', async () => {
  const key = await storeObject(disk, '0123456789')
  const { url } = await signGet(disk, key)
  const get = (headers: Record<string, string>, method = 'GET') => fetch(url, { method, headers })
  const middle = await get({ range: 'bytes=2-4' })
  expect(middle.status).toBe(206)
  expect(middle.headers.get('content-range')).toBe('bytes 2-4/10')
  expect(await middle.text()).toBe('234')
  expect(await (await get({ range: 'bytes=-3' })).text()).toBe('789')
  expect(await (await get({ range: 'bytes=8-99' })).text()).toBe('89')
  expect(await (await get({ range: 'bytes=0-0,2-3' })).text()).toBe('0123456789')
  const beyond = await get({ range: 'bytes=10-' })
  expect(beyond.headers.get('content-range')).toBe('bytes */10')
  await expectRefusal(beyond, 416, 'InvalidRange')

  const etag = middle.headers.get('etag') ?? ''
  expect((await get({ 'if-none-match': `"x", W/${etag}` })).status).toBe(304)
  expect((await get({ 'if-none-match': '"x"' })).status).toBe(200)
  expect((await get({ range: 'bytes=0-1', 'if-range': '"x"' })).status).toBe(200)
  expect((await get({ range: 'bytes=0-1', 'if-range': etag })).status).toBe(206)
  const head = await get({}, 'HEAD')
  expect(head.headers.get('content-length')).toBe('10')
  expect(await head.text()).toBe('')
})

test('works for an object without bytes', async () => {
  const { url } = await signGet(disk, await storeObject(disk, ''))
  const answer = await fetch(url)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-length')).toBe('0')
  expect((await fetch(url, { headers: { range: 'bytes=0-' } })).status).toBe(416)
})
