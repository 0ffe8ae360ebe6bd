import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createTicket,
  putBytes,
  readFile,
  readProblem,
  startTestBackend,
  until,
  uploadText,
  type TestBackend,
  type Ticket,
} from '../../testing/test-backend.js'
import { makePicture, makePictureBomb } from '../../testing/test-pictures.js'
import type { ProcessFile } from './process-file.js'

type Bytes = Uint8Array<ArrayBuffer>

async function store(backend: TestBackend, bytes: Bytes, overrides: object = {}) {
  const ticket = await createTicket(backend, {
    name: 'a.png',
    contentType: 'image/png',
    size: bytes.length,
    ...overrides,
  })
  expect((await putBytes(ticket, bytes)).status).toBe(200)
  return ticket
}

const finalize = (backend: TestBackend, { fileId, clientId }: Ticket) =>
  backend.post(`/uploads/${fileId}/finalize`, { clientId })

const getFile = async (backend: TestBackend, id: string) =>
  readFile(await backend.get(`/files/${id}`))

/** What the file has become when it is not in processing any more. */
async function settled(backend: TestBackend, id: string) {
  await until(async () => (await getFile(backend, id)).status !== 'processing')
  return getFile(backend, id)
}

const text = (value: string) => new TextEncoder().encode(value)

describe('without a hook', () => {
  let backend: TestBackend

  beforeAll(async () => {
    backend = await startTestBackend({
      categories: [{ key: 'PNG', name: 'PNG only', contentTypes: ['image/png'] }],
    })
  }, 60_000)
  afterAll(() => backend.close())

  test('what is no picture is ready at once', async () => {
    expect(await uploadText(backend)).toMatchObject({ status: 'ready', thumbnailUrl: null })
  })

  test.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)(
    'a picture (%s) is processing, then ready with a thumbnail',
    async (format) => {
      const bytes = await makePicture({ width: 1000, height: 500, format })
      const ticket = await store(backend, bytes, { contentType: `image/${format}` })
      const answer = await readFile(await finalize(backend, ticket))
      expect(answer).toMatchObject({ status: 'processing', url: null, thumbnailUrl: null })
      const file = await settled(backend, ticket.fileId)
      expect(file.status).toBe('ready')
      const thumbnail = await fetch(file.thumbnailUrl ?? '')
      expect(thumbnail.headers.get('content-type')).toBe('image/webp')
      expect(await sharp(await thumbnail.arrayBuffer()).metadata()).toMatchObject({
        format: 'webp',
        width: 320,
        height: 160,
      })
      expect(new Uint8Array(await (await fetch(file.url ?? '')).arrayBuffer())).toEqual(bytes)
    },
  )

  test('a thumbnail stands as the camera was held, and says nothing of it', async () => {
    const bytes = await makePicture({ format: 'jpeg', orientation: 6 })
    expect(await sharp(bytes).metadata()).toHaveProperty('exif')
    const ticket = await store(backend, bytes, { contentType: 'image/jpeg' })
    await finalize(backend, ticket)
    const { thumbnailUrl } = await settled(backend, ticket.fileId)
    const thumbnail = new Uint8Array(await (await fetch(thumbnailUrl ?? '')).arrayBuffer())
    const metadata = await sharp(thumbnail).metadata()
    expect(metadata).toMatchObject({ width: 160, height: 320 })
    for (const name of ['exif', 'icc', 'iptc', 'xmp', 'orientation']) {
      expect(metadata).not.toHaveProperty(name)
    }
    expect(new TextDecoder('latin1').decode(thumbnail)).not.toContain('private-copyright')
    // What was above is at the right after a quarter turn.
    const { data, info } = await sharp(thumbnail).raw().toBuffer({ resolveWithObject: true })
    const right = (info.width * 10 + info.width - 5) * info.channels
    expect(data[right]).toBeGreaterThan(200)
  })

  test('a small picture is not blown up', async () => {
    const ticket = await store(backend, await makePicture({ width: 20, height: 10 }))
    await finalize(backend, ticket)
    const { thumbnailUrl } = await settled(backend, ticket.fileId)
    const thumbnail = await (await fetch(thumbnailUrl ?? '')).arrayBuffer()
    expect(await sharp(thumbnail).metadata()).toMatchObject({ width: 20, height: 10 })
  })

  test('a picture that cannot be decoded is ready without a thumbnail, and leaves nothing (S11)', async () => {
    const whole = await makePicture({ width: 600, height: 600, format: 'jpeg' })
    const before = await backend.listBytes()
    for (const bytes of [await makePictureBomb(30_000), whole.slice(0, 300)]) {
      const ticket = await store(backend, bytes, { contentType: 'image/png' })
      expect((await readFile(await finalize(backend, ticket))).status).toBe('processing')
      const file = await settled(backend, ticket.fileId)
      expect(file).toMatchObject({ status: 'ready', thumbnailUrl: null })
    }
    expect(await backend.listBytes()).toHaveLength(before.length + 2)
  })

  test.each([
    ['HTML', text('<!doctype html><script>alert(1)</script>')],
    ['HTML with a byte of no text', text('\ufeff \n<html>\u0001<script>alert(1)</script>')],
    ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['XML', text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a note', text('hello')],
    ['a script', text('#!/bin/sh\nrm -rf /')],
    ['a PDF', text('%PDF-1.7\n')],
    ['an archive', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0)],
    ['a Windows program', Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0)],
    ['a Linux program', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0)],
  ])('%s is no picture: refused, and nobody can read it (S7, S9)', async (_, bytes) => {
    const ticket = await store(backend, bytes)
    const problem = await readProblem(await finalize(backend, ticket))
    expect(problem).toMatchObject({
      status: 422,
      code: 'type-not-allowed',
      details: { reason: 'content-mismatch' },
    })
    const file = await getFile(backend, ticket.fileId)
    expect(file).toMatchObject({ status: 'upload_pending', url: null })
    // The bytes that were looked at stay: other ones cannot take their place.
    expect((await putBytes(ticket, bytes)).status).toBe(412)
    const path = `/uploads/${ticket.fileId}/abandon`
    expect((await backend.post(path, { clientId: ticket.clientId, reason: 'error' })).status).toBe(
      204,
    )
  })

  test('a program under the name of a document is refused', async () => {
    const program = Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0)
    const named = await store(backend, program, { contentType: 'application/pdf' })
    expect((await finalize(backend, named)).status).toBe(422)
    const honest = await store(backend, program, { contentType: 'application/octet-stream' })
    expect((await finalize(backend, honest)).status).toBe(200)
  })

  test.each([
    ['text that begins like a bitmap', 'text/plain', text('BMW, MZ and other names')],
    ['a document that is text', 'image/svg+xml', text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['bytes that nobody knows', 'image/png', Uint8Array.of(0, 31, 62, 93, 124)],
    ['a sheet', 'application/vnd.ms-excel', text('a;b\n1;2\n')],
    ['nothing', 'image/png', new Uint8Array()],
  ])('%s passes', async (_, contentType, bytes) => {
    const ticket = await store(backend, bytes, { contentType })
    expect((await readFile(await finalize(backend, ticket))).status).toBe('ready')
  })

  test('a picture in another format passes, unless its category bars that format', async () => {
    const bytes = await makePicture({ format: 'jpeg' })
    const free = await store(backend, bytes)
    expect((await finalize(backend, free)).status).toBe(200)
    const barred = await store(backend, bytes, { category: 'PNG' })
    expect(await readProblem(await finalize(backend, barred))).toMatchObject({
      code: 'type-not-allowed',
      details: { allowed: ['image/png'] },
    })
  })
})

describe('a hook', () => {
  let process: ProcessFile
  let backend: TestBackend
  const startedAt = Date.now()
  let lateMs = 0

  /** Its clock stands: a test moves it. */
  const startHooked = (attemptSeconds: number) =>
    startTestBackend({
      process: (file, object) => process(file, object),
      processing: { attemptSeconds, attempts: 3 },
      now: () => startedAt + lateMs,
    })

  beforeAll(async () => {
    backend = await startHooked(300)
  }, 60_000)
  beforeEach(() => {
    lateMs = 0
  })
  afterAll(() => backend.close())

  test('sees the bytes before anybody may use them', async () => {
    const seen: unknown[] = []
    process = async (file, object) => {
      const first = await new Response(await object.read(2)).text()
      const all = await new Response(await object.read()).text()
      seen.push({ name: file.name, size: file.size, first, all })
      return { status: 'ready' }
    }
    const { id, status, url } = await uploadText(backend)
    expect({ status, url }).toEqual({ status: 'processing', url: null })
    expect((await settled(backend, id)).status).toBe('ready')
    expect(seen).toEqual([{ name: 'a.txt', size: 5, first: 'he', all: 'hello' }])
  })

  test('that rejects makes it an error, whose object nobody can read (S48)', async () => {
    process = async () => ({ status: 'error', reason: 'EICAR test signature' })
    const bytes = await makePicture()
    const ticket = await store(backend, bytes)
    await finalize(backend, ticket)
    const file = await settled(backend, ticket.fileId)
    expect(file).toMatchObject({ status: 'error', url: null, thumbnailUrl: null })
    expect(file.statusReason).toBe('EICAR test signature')
    expect((await putBytes(ticket, bytes)).status).toBe(412)
    expect((await readFile(await finalize(backend, ticket))).status).toBe('error')
  })

  test('that throws is called again when its time is over, and at the third time it is an error', async () => {
    let calls = 0
    process = async () => {
      calls += 1
      throw new Error('The scanner is away.')
    }
    const { id } = await uploadText(backend)
    await until(() => calls === 1)
    await backend.sweep()
    expect(calls).toBe(1)
    for (const expected of [2, 3]) {
      lateMs += 301_000
      await backend.sweep()
      expect(calls).toBe(expected)
    }
    expect((await getFile(backend, id)).statusReason).toBe('processing-failed')
  })

  test('that throws once is called again, and its answer counts', async () => {
    let calls = 0
    process = async () => {
      calls += 1
      if (calls === 1) throw new Error('The scanner is away.')
      return { status: 'ready' }
    }
    const { id } = await uploadText(backend)
    await until(() => calls === 1)
    lateMs = 301_000
    await backend.sweep()
    expect(await getFile(backend, id)).toMatchObject({ status: 'ready' })
  })

  test('that hangs is ended; what it says later counts for nothing', async () => {
    const hasty = await startHooked(1)
    let isAborted = () => false
    let answer: (result: { status: 'error'; reason: string }) => void = () => undefined
    process = (_, { signal }) => {
      isAborted = () => signal.aborted
      return new Promise((resolve) => {
        answer = resolve
      })
    }
    const { id } = await uploadText(hasty)
    await until(() => isAborted())
    const answerOfFirst = answer
    process = async () => ({ status: 'ready' })
    lateMs = 2000
    await hasty.sweep()
    answerOfFirst({ status: 'error', reason: 'too late' })
    await hasty.sweep()
    expect((await getFile(hasty, id)).status).toBe('ready')
    await hasty.close()
  })

  test('of a file that was deleted meanwhile leaves neither thumbnail nor row', async () => {
    const before = await backend.listBytes()
    let go: () => void = () => undefined
    let hasBegun = false
    process = async () => {
      hasBegun = true
      await new Promise<void>((resolve) => {
        go = resolve
      })
      return { status: 'ready' }
    }
    const ticket = await store(backend, await makePicture())
    await finalize(backend, ticket)
    await until(() => hasBegun)
    const path = `/uploads/${ticket.fileId}/abandon`
    await backend.post(path, { clientId: ticket.clientId, reason: 'cancelled' })
    go()
    await backend.sweep()
    expect(await backend.listBytes()).toEqual(before)
    expect((await backend.get(`/files/${ticket.fileId}`)).status).toBe(404)
  })
})
