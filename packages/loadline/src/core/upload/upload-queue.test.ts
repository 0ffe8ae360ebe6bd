import { createMemoryBackend, makeFile } from 'loadline/testing'
import { describe, expect, it, vi } from 'vitest'
import { defineAdapter, isUploadError, UploadError } from '../contract/index.js'
import type { FileAdapter, UploadQueueOptions, UploadTransport } from '../contract/index.js'
import { createManualClock } from './manual-clock.js'
import { passTime } from './pass-time.js'
import { createUploadQueue } from './upload-queue.js'

function setUp(options: Partial<UploadQueueOptions> = {}) {
  const backend = createMemoryBackend()
  const { adapter, transport } = backend
  const queue = createUploadQueue({ adapter, transports: [transport], ...options })
  return { backend, queue, disconnect: queue.connect() }
}

const once = { attemptsPerPart: 1, attemptsPerFinalize: 1 }

const statusOf = (queue: ReturnType<typeof createUploadQueue>, id: string | undefined) =>
  queue.getTask(id ?? '')?.status

describe('upload queue', () => {
  it('signs, stores and finalises, and keeps every byte', async () => {
    const { backend, queue } = setUp()
    const file = makeFile({ name: 'Überräschung “ñ” 😀 <b>.pdf', size: 300_000 })
    const { ids, rejections } = queue.add([file, makeFile({ name: 'empty', size: 0 })])
    expect(rejections).toEqual([])
    expect(await queue.whenSettled(ids)).toEqual({ ready: ids, failed: [], cancelled: [] })
    const stored = new Map(backend.files().map((one) => [one.name, one]))
    expect(stored.get('empty')?.size).toBe(0)
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
    expect(stored.get('Überräschung “ñ” 😀 <b>.pdf')).toMatchObject({
      size: 300_000,
      checksum: Buffer.from(digest).toString('base64'),
    })
    expect(queue.getTask(ids[0] ?? '')).toMatchObject({ status: 'ready', sentBytes: 300_000 })
  })

  it('does nothing before it is connected, and stops after the last disconnect', async () => {
    const clock = createManualClock()
    const backend = createMemoryBackend()
    const { adapter, transport } = backend
    const queue = createUploadQueue({ adapter, transports: [transport], clock })
    const { ids } = queue.add([makeFile()])
    await passTime(clock, 60)
    expect(backend.ledger()).toEqual([])
    const first = queue.connect()
    const second = queue.connect()
    first()
    first()
    await passTime(clock, 60)
    expect((await queue.whenSettled(ids)).ready).toEqual(ids)
    expect(backend.files()).toHaveLength(1)
    second()
    await passTime(clock, 60)
    queue.add([makeFile({ name: 'late' })])
    const calls = backend.ledger().length
    await passTime(clock, 60)
    expect(backend.ledger()).toHaveLength(calls)
    expect(backend.files()).toHaveLength(1)
  })

  it('survives a disconnect and connect in one go, as of StrictMode', async () => {
    const { backend, queue, disconnect } = setUp()
    const { ids } = queue.add([makeFile({ size: 100_000 })])
    disconnect()
    queue.connect()
    await queue.whenSettled(ids)
    expect(backend.uploads()).toHaveLength(1)
    expect(queue.getTask(ids[0] ?? '')?.generation).toBe(1)
  })

  it('gives up what was under way when it stops, and begins it anew when connected again', async () => {
    const { backend, queue, disconnect } = setUp()
    backend.hold('store')
    const { ids } = queue.add([makeFile()])
    await vi.waitFor(() => expect(statusOf(queue, ids[0])).toBe('uploading'))
    disconnect()
    await vi.waitFor(() => expect(statusOf(queue, ids[0])).toBe('queued'))
    expect(backend.uploads().map(({ state }) => state)).toEqual(['gone'])
    backend.release()
    queue.connect()
    await queue.whenSettled(ids)
    expect(backend.files()).toHaveLength(1)
  })

  it('never has more in flight than its concurrency, which can change', async () => {
    const { backend, queue } = setUp({ concurrency: 2 })
    backend.hold('store')
    queue.add(Array.from({ length: 6 }, (_, i) => makeFile({ name: `${i}` })))
    await vi.waitFor(() => expect(queue.getTotals().counts.uploading).toBe(2))
    expect(queue.getTotals().counts.queued).toBe(4)
    queue.setOptions({ concurrency: 5 })
    await vi.waitFor(() => expect(queue.getTotals().counts.uploading).toBe(5))
    backend.release()
    await queue.whenSettled()
    expect(backend.files()).toHaveLength(6)
  })

  it.each(['create', 'store', 'finalize'] as const)(
    'leaves no file, no object and no open row when cancelled during %s',
    async (step) => {
      const { backend, queue } = setUp({ checksum: 'none' })
      backend.hold(step)
      const { ids } = queue.add([makeFile({ size: 50_000 })])
      const during = { create: 'signing', store: 'uploading', finalize: 'finalizing' } as const
      await vi.waitFor(() => expect(statusOf(queue, ids[0])).toBe(during[step]))
      queue.cancel(ids)
      expect(statusOf(queue, ids[0])).toBe('cancelled')
      backend.release()
      await vi.waitFor(() => {
        expect(backend.uploads().map(({ state, object }) => [state, object])).toEqual([
          ['gone', null],
        ])
      })
      expect(backend.files()).toEqual([])
      expect(await queue.whenSettled(ids)).toEqual({ ready: [], failed: [], cancelled: ids })
    },
  )

  it('fails alone, and repeats only the step that failed', async () => {
    const { backend, queue } = setUp({ retry: once })
    backend.failNext('finalize', 'checksum-mismatch')
    const { ids } = queue.add([makeFile({ name: 'a' }), makeFile({ name: 'b' })])
    const { failed, ready } = await queue.whenSettled(ids)
    expect([failed.length, ready.length]).toEqual([1, 1])
    const task = queue.getTask(failed[0] ?? '')
    expect(task).toMatchObject({ status: 'failed', step: 'finalize', bytesSafe: true })
    backend.failNext('store', 'network')
    queue.retry(failed)
    await queue.whenSettled(ids)
    expect(backend.files()).toHaveLength(2)
    expect(backend.uploads()).toHaveLength(2)
  })

  it('tells the backend of a fatal failure, and starts anew on retry', async () => {
    const { backend, queue } = setUp()
    backend.failNext('store', 'forbidden')
    const { ids } = queue.add([makeFile()])
    await queue.whenSettled(ids)
    expect(queue.getTask(ids[0] ?? '')).toMatchObject({ status: 'failed', step: 'store' })
    await vi.waitFor(() => expect(backend.uploads().map(({ state }) => state)).toEqual(['gone']))
    queue.retry()
    await queue.whenSettled(ids)
    expect(queue.getTask(ids[0] ?? '')).toMatchObject({ status: 'ready', generation: 2 })
    expect(backend.files()).toHaveLength(1)
  })

  it('cancels what it removes, and counts it nowhere', async () => {
    const { backend, queue } = setUp()
    backend.hold('store')
    const { ids } = queue.add([makeFile()])
    const settled = queue.whenSettled(ids)
    await vi.waitFor(() => expect(statusOf(queue, ids[0])).toBe('uploading'))
    queue.remove(ids)
    expect(await settled).toEqual({ ready: [], failed: [], cancelled: [] })
    expect(queue.getIds()).toEqual([])
    await vi.waitFor(() => expect(backend.uploads()[0]?.state).toBe('gone'))
    expect(queue.add([makeFile()]).rejections).toEqual([])
  })

  it('clears what is settled, and only that', async () => {
    const { backend, queue } = setUp({ concurrency: 1 })
    const { ids: done } = queue.add([makeFile({ name: 'done' })])
    await queue.whenSettled(done)
    backend.hold('store')
    const { ids: running } = queue.add([makeFile({ name: 'running' })])
    queue.clearSettled()
    expect(queue.getIds()).toEqual(running)
  })

  it('turns whatever an adapter does wrong into a typed failure, and goes on with the others', async () => {
    const wrong: readonly (() => unknown)[] = [
      () => {
        throw new TypeError('https://user:secret@host/path?X-Amz-Signature=abc broke')
      },
      () => 'no ticket',
      () => ({ kind: 'put', clientId: 'x', url: 'javascript:alert(1)', headers: {} }),
      () => ({ kind: 'put', clientId: 'x', url: 'https://a:b@store.example/x', headers: {} }),
      () => ({
        kind: 'put',
        clientId: 'x',
        url: 'https://store.example/x',
        headers: { Cookie: 'a' },
      }),
      () => ({ kind: 'x-unheard', clientId: 'x', url: 'https://store.example/x', headers: {} }),
    ]
    const { backend, queue } = setUp()
    const createUpload = backend.adapter.createUpload
    let calls = 0
    const adapter = {
      ...backend.adapter,
      features: { ...backend.adapter.features, lookAhead: false },
      createUpload: (request, ctx) => (wrong[calls++]?.() ?? createUpload?.(request, ctx)) as never,
    } satisfies FileAdapter
    const hurt = createUploadQueue({ adapter, transports: [backend.transport], concurrency: 1 })
    hurt.connect()
    const { ids } = hurt.add(Array.from({ length: 7 }, (_, i) => makeFile({ name: `${i}` })))
    const { ready, failed } = await hurt.whenSettled(ids)
    expect([ready.length, failed.length]).toEqual([1, 6])
    const errors = failed
      .map((id) => hurt.getTask(id))
      .map((task) => task?.status === 'failed' && task.error)
    expect(errors.map((error) => isUploadError(error) && error.code)).toEqual([
      'unknown',
      'server',
      'forbidden',
      'forbidden',
      'forbidden',
      'unsupported',
    ])
    expect(JSON.stringify(errors) + String(errors[0])).not.toMatch(/secret|Signature/)
    queue.destroy()
  })

  it('refuses what the adapter cannot do, before anything is added', () => {
    const bare = createUploadQueue({ adapter: defineAdapter({ name: 'bare' }) })
    expect(() => bare.add([makeFile()])).toThrow(expect.objectContaining({ code: 'unsupported' }))
    const { backend } = setUp()
    const adapter = {
      ...backend.adapter,
      features: { ...backend.adapter.features, uploadFields: [] },
    }
    const queue = createUploadQueue({ adapter })
    expect(() => queue.add([makeFile()], { category: 'USER_FILES' })).toThrow(UploadError)
    expect(queue.getIds()).toEqual([])
  })

  it('lets a duplicate in only when asked, once', async () => {
    const { backend, queue } = setUp()
    backend.hold('store')
    const file = makeFile()
    queue.add([file])
    const { ids, rejections } = queue.add([file], { category: 'USER_FILES' })
    expect(ids).toEqual([])
    expect(rejections[0]?.errors.map(({ code }) => code)).toEqual(['duplicate'])
    expect(queue.add([file], { scope: 'another' }).ids).toHaveLength(1)
    expect(queue.add([file], { duplicates: 'allow' }).ids).toHaveLength(1)
    const id = rejections[0]?.addAnyway()
    expect(queue.getTask(id ?? '')?.request.category).toBe('USER_FILES')
    expect(rejections[0]?.addAnyway()).toBeNull()
    backend.release()
    await queue.whenSettled()
    expect(queue.add([file]).ids).toHaveLength(1)
  })

  it('shows progress that only grows, and is whole only when the store has answered', async () => {
    const seen: number[] = []
    const transport: UploadTransport<'put'> = {
      kind: 'put',
      canPause: false,
      async send({ onProgress }) {
        for (const sent of [100, 600, 400, 1_000, 5_000]) {
          onProgress(sent)
          seen.push(queue.getTask(ids[0] ?? '')?.sentBytes ?? -1)
          await Promise.resolve()
        }
        return { etag: null, response: { status: 200, headers: {}, body: '' } }
      },
    }
    const { queue } = setUp({ transports: [transport] })
    const { ids } = queue.add([makeFile({ size: 1_000 })])
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(4))
    expect(seen.slice(0, 5)).toEqual([100, 600, 600, 990, 990])
    queue.destroy()
  })

  it('treats a 200 with an error in its body as the failure it is', async () => {
    const transport: UploadTransport<'put'> = {
      kind: 'put',
      canPause: false,
      send: () =>
        Promise.resolve({
          etag: null,
          response: { status: 200, headers: {}, body: '<Error><Code>SlowDown</Code></Error>' },
        }),
    }
    const { queue } = setUp({ transports: [transport], retry: once })
    const { ids } = queue.add([makeFile()])
    await queue.whenSettled(ids)
    expect(queue.getTask(ids[0] ?? '')).toMatchObject({ error: { code: 'rate-limited' } })
  })

  it('cancels everything when destroyed, and takes nothing more', async () => {
    const { backend, queue } = setUp()
    backend.hold('store')
    queue.add([makeFile()])
    await vi.waitFor(() => expect(queue.getTotals().counts.uploading).toBe(1))
    queue.destroy()
    await vi.waitFor(() => expect(backend.uploads()[0]?.state).toBe('gone'))
    expect(() => queue.add([makeFile()])).toThrow(/destroyed/)
  })
})
