import { describe, expect, it } from 'vitest'
import {
  UploadError,
  type FileAdapter,
  type OptionalMethods,
  type StoredUpload,
  type UploadRequest,
  type UploadTicket,
} from '../../core/index.js'
import { sendWith } from '../conformance/send-with.js'
import { makeFile } from '../make-file.js'
import { createMemoryBackend, type MemoryBackendOptions } from './memory-backend.js'
import { sha256 } from './sha256.js'

const context = { signal: new AbortController().signal }
const file = makeFile({ size: 3_000 })

function setUp(options: MemoryBackendOptions = {}) {
  const backend = createMemoryBackend({ partSize: 1_000, ...options })
  const adapter = backend.adapter as FileAdapter & OptionalMethods
  const send = sendWith(backend.transports)
  const create = async (changes: Partial<UploadRequest> = {}) => {
    const request = requestFor(changes)
    return { request, ticket: await adapter.createUpload(request, context) }
  }
  const store = async (changes?: Partial<UploadRequest>): Promise<StoredUpload> => {
    const { request, ticket } = await create(changes)
    const { parts, etag = null } = await send(ticket, file)
    return { ref: refOf(ticket), request, etag, ...(parts === undefined ? {} : { parts }) }
  }
  const upload = async () => adapter.finalizeUpload(await store(), context)
  return { backend, adapter, send, create, store, upload }
}

function requestFor(changes: Partial<UploadRequest>): UploadRequest {
  return {
    clientId: crypto.randomUUID(),
    name: file.name,
    path: null,
    contentType: file.type,
    size: file.size,
    preferredKinds: ['put', 'multipart'],
    category: null,
    folderId: null,
    visibility: null,
    associations: [],
    metadata: {},
    isDraft: false,
    checksum: null,
    ...changes,
  }
}

function refOf({ clientId, fileId, kind }: UploadTicket) {
  return { clientId, fileId, kind }
}

const kinds = ['put', 'multipart'] as const

describe('the faults of a memory backend', () => {
  it('fails calls as often as planned, from the start too', async () => {
    const { backend, create } = setUp({ faults: [{ step: 'create', code: 'quota', times: 2 }] })
    backend.failNext('create', 'network')
    for (const code of ['quota', 'quota', 'network']) {
      await expect(create()).rejects.toMatchObject({ code })
    }
    await create()
    expect(backend.uploads()).toHaveLength(1)
  })

  it('fails one item of a batch, or the whole of it where the line is to blame', async () => {
    const { backend, adapter } = setUp()
    const requests = [requestFor({}), requestFor({})]
    backend.failNext('create', 'too-large')
    const results = await adapter.createUploads(requests, context)
    expect(results.map(({ ok }) => ok)).toEqual([false, true])
    backend.failNext('create', 'network')
    await expect(adapter.createUploads(requests, context)).rejects.toThrow(UploadError)
  })

  it.each(kinds)('drops the next transfer after so many bytes: %s', async (kind) => {
    const { backend, create, send } = setUp()
    backend.dropAfter(700)
    const { ticket } = await create({ preferredKinds: [kind] })
    await expect(send(ticket, file)).rejects.toMatchObject({ code: 'network' })
    expect(backend.uploads()[0]).toMatchObject({ object: null, parts: [] })
    expect((await send(ticket, file)).status).toBe(200)
  })

  it.each(kinds)('expires the tickets that were given, and no later one: %s', async (kind) => {
    const { backend, adapter, create, send } = setUp()
    const { ticket } = await create({ preferredKinds: [kind] })
    backend.expireTickets()
    const refused = await send(ticket, file)
    expect(refused).toMatchObject({
      status: 403,
      body: expect.stringContaining('expired') as string,
    })
    const renewed = await adapter.renewTicket(refOf(ticket), context)
    expect((await send(renewed, file)).status).toBe(200)
  })

  it('expires tickets by themselves where they have a life', async () => {
    const { create, send } = setUp({ ticketLifeMs: 1 })
    const { ticket } = await create()
    expect(ticket.expiresAt).not.toBeNull()
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect((await send(ticket, file)).status).toBe(403)
  })

  it.each(kinds)('stores damaged bytes, or refuses them by their checksum: %s', async (kind) => {
    const { backend, create, send } = setUp()
    const checksum = { algorithm: 'sha-256', value: await sha256(file) } as const
    const checked = await create({ preferredKinds: [kind], checksum })
    backend.corruptNext()
    const refused = await send(checked.ticket, file)
    expect(refused).toMatchObject({
      status: 400,
      body: expect.stringContaining('BadDigest') as string,
    })
    const plain = await create({ preferredKinds: [kind] })
    backend.corruptNext()
    expect((await send(plain.ticket, file)).status).toBe(200)
    const object = backend.uploads()[1]?.object
    expect(object?.size).toBe(file.size)
    expect(object?.sha256).not.toBe(checksum.value)
  })

  it.each(['create', 'store', 'finalize'] as const)(
    'loses the answer of %s, not its work',
    async (step) => {
      const { backend, create, store, adapter, send } = setUp()
      const upload = step === 'finalize' ? await store() : undefined
      const created = step === 'store' ? await create() : undefined
      backend.loseAnswer(step)
      const call = upload
        ? adapter.finalizeUpload(upload, context)
        : created
          ? send(created.ticket, file)
          : create()
      await expect(call).rejects.toMatchObject({ code: 'network' })
      expect(backend.ledger().at(-1)).toMatchObject({ step, outcome: 'lost', effect: true })
      expect(backend.uploads()).toHaveLength(1)
    },
  )

  it('keeps a finalised file processing until it is released', async () => {
    const { backend, adapter, upload } = setUp()
    backend.hold('process')
    const { id, status, updatedAt } = await upload()
    expect(status).toBe('processing')
    backend.release('process')
    await expect.poll(async () => (await adapter.getFile(id, context)).status).toBe('ready')
    const after = (await adapter.getFile(id, context)).updatedAt ?? ''
    expect(after > (updatedAt ?? '')).toBe(true)
  })

  it('lets processing fail', async () => {
    const { backend, adapter, upload } = setUp()
    backend.failNext('process', 'server')
    const { id, status } = await upload()
    expect(status).toBe('processing')
    await expect
      .poll(() => adapter.getFile(id, context))
      .toMatchObject({ status: 'error', statusReason: 'processing-failed' })
    expect((await upload()).status).toBe('ready')
  })

  it('waits, and hears an abort meanwhile', async () => {
    const { backend, adapter } = setUp({ delayMs: 1 })
    backend.hold('list')
    const controller = new AbortController()
    const listed = adapter.listFiles({ limit: 1 }, { signal: controller.signal })
    controller.abort()
    await expect(listed).rejects.toMatchObject({ code: 'cancelled' })
    backend.setDelay(0)
    backend.release()
    expect((await adapter.listFiles({ limit: 1 }, context)).files).toEqual([])
  })
})

describe('the ledger of a memory backend', () => {
  it('tells every call in order, and which had an effect', async () => {
    const { backend, adapter, store } = setUp()
    const upload = await store({ preferredKinds: ['multipart'] })
    await adapter.finalizeUpload(upload, context)
    await adapter.finalizeUpload(upload, context)
    const { clientId, fileId } = upload.ref
    expect(backend.ledger().map(({ call, bytes, effect }) => [call, bytes, effect])).toEqual([
      ['createUpload', 0, true],
      ['send', 1_000, true],
      ['send', 1_000, true],
      ['send', 1_000, true],
      ['finalizeUpload', 0, true],
      ['finalizeUpload', 0, false],
    ])
    const last = { step: 'finalize', clientId, fileId, kind: 'multipart', outcome: 'ok' }
    expect(backend.ledger().at(-1)).toMatchObject(last)
  })

  it('has an entry for each item of a batch, and for what is not over', async () => {
    const { backend, adapter } = setUp()
    backend.hold('create')
    const created = adapter.createUploads([requestFor({}), requestFor({})], context)
    expect(backend.ledger().map(({ outcome }) => outcome)).toEqual(['open', 'open'])
    backend.release()
    await created
    expect(backend.ledger().map(({ outcome }) => outcome)).toEqual(['ok', 'ok'])
  })

  it('holds no signature', async () => {
    const { backend, store } = setUp()
    await store()
    expect(JSON.stringify([backend.ledger(), backend.uploads()])).not.toContain('signature')
  })
})

describe('the truth of a memory backend', () => {
  it('keeps the SHA-256 of the bytes, whole or in parts', async () => {
    const { backend, store } = setUp()
    await store()
    await store({ preferredKinds: ['multipart'] })
    const hash = await sha256(file)
    expect(backend.uploads().map(({ object }) => object?.sha256)).toEqual([hash, hash])
  })

  it('never brings back what was deleted', async () => {
    const { backend, adapter, store } = setUp()
    const upload = await store()
    const { id } = await adapter.finalizeUpload(upload, context)
    await adapter.deleteFiles([id], context)
    await expect(adapter.finalizeUpload(upload, context)).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(backend.files()).toEqual([])
  })
})
