import { mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rounds } from '../../../testing/rounds.js'
import { putBytes, startTestStore, until } from '../../../testing/test-backend.js'
import {
  expectRefusal,
  newKey,
  postForm,
  defaultGrant,
  signGet,
  signPut,
  startParts,
  storeObject,
} from '../../../testing/test-objects.js'
import { openObjectDirectory } from './object-directory.js'

let disk: Awaited<ReturnType<typeof startTestStore>>

beforeAll(async () => {
  disk = await startTestStore()
})
afterAll(() => disk.close())

const readAll = async (stream: ReadableStream<Uint8Array> | null) =>
  stream === null ? null : new Response(stream).text()

/** What the process holds open; sockets of the client are among them, so that both ends must close. */
const openHandles = async () =>
  (await readdir(process.platform === 'linux' ? '/proc/self/fd' : '/dev/fd')).length

function open(url: string): Socket {
  const { hostname, port } = new URL(url)
  return connect(Number(port), hostname).on('error', () => undefined)
}

describe('S34: what is cut off or malformed', () => {
  const boundary = 'b'
  const type = `multipart/form-data; boundary=${boundary}`
  const head = (target: string, headers: readonly string[]) =>
    [`${target} HTTP/1.1`, 'Host: localhost', ...headers, '', ''].join('\r\n')

  test('aborted requests of each kind leave no open file, no socket and no bytes', async () => {
    const before = await disk.listBytes()
    const { pathname, search } = new URL((await signPut(disk, { size: 1_000_000 })).url)
    const parts = await startParts(disk)
    const part = new URL((await parts.sign(1, { size: 1_000_000 })).url)
    const form = await disk.store.signPost({ ...defaultGrant(), size: 1_000_000 })
    const fields = form.fields
      .map(
        ([name, value]) =>
          `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      )
      .join('')
    const file = `--b\r\nContent-Disposition: form-data; name="${form.fileField}"; filename="a"\r\n\r\n`
    const put = ['Content-Type: text/plain', 'Content-Length: 1000000']
    const post = [`Content-Type: ${type}`, 'Content-Length: 1500000']
    const bytes = 'x'.repeat(10_000)
    const starts = [
      head(`PUT ${pathname}${search}`, put) + bytes,
      head(`PUT ${part.pathname}${part.search}`, put.slice(1)) + bytes,
      head('POST /objects', post) + fields + file + bytes,
      head('POST /objects', post) + fields.slice(0, 40),
      head(`PUT ${pathname}${search}`, put),
      `PUT ${pathname}${search} HTTP/1.1\r\nHost: loc`,
    ]
    const handlesBefore = await openHandles()
    const all = rounds(120, 1000)
    for (let sent = 0; sent < all; sent += 60) {
      const sockets = Array.from({ length: 60 }, (_, index) => {
        const socket = open(form.url)
        socket.write(starts[index % starts.length] ?? '')
        return socket
      })
      await until(async () => (await disk.listBytes()).length >= before.length + 30)
      for (const socket of sockets) socket.destroy()
      await until(async () => (await disk.listBytes()).length === before.length)
    }
    // A few that the runner itself opens meanwhile.
    await until(async () => (await openHandles()) <= handlesBefore + 5)
    expect(await disk.listBytes()).toEqual(before)
  }, 120_000)

  test.each([
    ['no boundary', 'multipart/form-data', 'x'],
    ['no end', type, '--b\r\nContent-Disposition: form-data; name="key"\r\n\r\nx'],
    ['no name', type, '--b\r\nContent-Disposition: form-data; name=""\r\n\r\nx\r\n--b--\r\n'],
    ['no header', type, '--b\r\n\r\nx\r\n--b--\r\n'],
    ['nothing', type, ''],
    ['only its end', type, '--b--\r\n'],
    [
      'a name from the prototype',
      type,
      '--b\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nx\r\n--b--\r\n',
    ],
    ['NUL', type, '\0'.repeat(100)],
    ['another type', 'application/x-www-form-urlencoded', 'key=x'],
  ])('a form with %s is refused, and the next request answered', async (_, contentType, body) => {
    const before = await disk.listBytes()
    const { url } = await disk.store.signPost(defaultGrant())
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': contentType },
      body,
    })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(await disk.listBytes()).toEqual(before)
    expect((await postForm(await disk.store.signPost(defaultGrant()), 'hello')).status).toBe(204)
  })

  test('S35: hostile names and headers of a form take no time', async () => {
    const names = [
      'a'.repeat(15_000),
      '"\\'.repeat(5000),
      `${' '.repeat(15_000)}x`,
      'a;'.repeat(7000),
    ]
    const { url } = await disk.store.signPost(defaultGrant())
    const startedAt = performance.now()
    for (const name of names) {
      const body = `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}\r\n\r\nx\r\n--b--\r\n`
      const answer = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body })
      expect(answer.status).toBe(403)
    }
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })

  test('S35: a header of a form beyond 16 kB ends it', async () => {
    const { url } = await disk.store.signPost(defaultGrant())
    const body = `--b\r\nContent-Disposition: form-data; name="file"; filename="${'a'.repeat(100_000)}"\r\n\r\nx\r\n--b--\r\n`
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })
})

describe('S38: on the disk', () => {
  const openNew = async () => {
    const path = await mkdtemp(join(tmpdir(), 'loadline-test-'))
    const outside = await mkdtemp(join(tmpdir(), 'loadline-outside-'))
    const directory = await openObjectDirectory(path)
    const close = async () => {
      for (const each of [path, outside])
        await rm(each, { recursive: true, force: true, maxRetries: 10 })
    }
    return { path, outside, directory, close }
  }
  const key = 'a'.repeat(32)
  const digest = 'b'.repeat(64)

  test('a link planted in the place of an object is not followed', async () => {
    const { path, outside, directory, close } = await openNew()
    await symlink(outside, join(path, 'objects', 'incoming', key))
    const partial = await directory.startPartial()
    await expect(directory.commit(key, partial, digest)).rejects.toThrow('is a link')
    await partial.discard()
    expect(await readdir(outside)).toEqual([])
    await close()
  })

  test('a link planted in the place of a tombstone is not followed', async () => {
    const { path, outside, directory, close } = await openNew()
    await symlink(join(outside, 'made'), join(path, 'deleted', key))
    await expect(directory.delete(key)).rejects.toMatchObject({ code: 'ELOOP' })
    expect(await readdir(outside)).toEqual([])
    await close()
  })

  test('a link planted in the place of the bytes is not read', async () => {
    const own = await startTestStore()
    const stored = await storeObject(own, 'hello')
    const home = join(own.directory, 'objects', 'final', stored)
    const [name = ''] = await readdir(home)
    await rm(join(home, name))
    await writeFile(join(own.directory, 'secret'), 'private')
    await symlink(join(own.directory, 'secret'), join(home, name))
    const answer = await fetch((await signGet(own, stored)).url)
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('private')
    await own.close()
  })

  test('nobody else may read or write what is stored', async () => {
    const { path, directory, close } = await openNew()
    for (const area of ['partial', 'deleted', 'objects/incoming', 'objects/final']) {
      expect((await stat(join(path, area))).mode & 0o077).toBe(0)
    }
    const partial = await directory.startPartial()
    expect((await stat(partial.path)).mode & 0o777).toBe(0o600)
    await partial.discard()
    await close()
  })

  test('a body in another case of the key is another key, which nobody signs', async () => {
    const signed = await signPut(disk, { key: 'abcdef'.padEnd(32, '0') })
    const upper = { ...signed, url: signed.url.replace('abcdef', 'ABCDEF') }
    await expectRefusal(await putBytes(upper, 'hello'), 404, 'NoSuchKey')
  })
})

test('S40: an object that is not final answers no range and no condition', async () => {
  const key = newKey()
  const stored = await putBytes(await signPut(disk, { key }), 'hello')
  const { url } = await signGet(disk, key)
  const etag = stored.headers.get('etag') ?? ''
  for (const headers of [
    { range: 'bytes=0-0' },
    { 'if-none-match': etag },
    { 'if-none-match': '*' },
    { range: 'bytes=0-0', 'if-range': etag },
  ]) {
    await expectRefusal(await fetch(url, { headers }), 404, 'NoSuchKey')
    expect((await fetch(url, { method: 'HEAD', headers })).status).toBe(404)
  }
  expect(await readAll(await disk.store.read(key, null))).toBeNull()
})

describe('the server itself', () => {
  test('reads a final object, or the first of its bytes', async () => {
    const key = await storeObject(disk, 'hello')
    expect(await readAll(await disk.store.read(key, null))).toBe('hello')
    expect(await readAll(await disk.store.read(key, 2))).toBe('he')
    expect(await readAll(await disk.store.read(key, 99))).toBe('hello')
    expect(await readAll(await disk.store.read(key, 0))).toBe('')
    expect(await readAll(await disk.store.read(await storeObject(disk, ''), null))).toBe('')
    expect(await disk.store.read(newKey(), null)).toBeNull()
  })

  test('writes an object once, and none whose key is deleted', async () => {
    const bytes = (text: string) => new TextEncoder().encode(text)
    const key = newKey()
    await disk.store.write(key, bytes('hello'), 'text/plain')
    await disk.store.write(key, bytes('other'), 'text/plain')
    expect(await (await fetch((await signGet(disk, key)).url)).text()).toBe('hello')
    await disk.store.delete(key)
    await disk.store.write(key, bytes('hello'), 'text/plain')
    expect(await disk.store.head(key)).toBeNull()
  })
})
