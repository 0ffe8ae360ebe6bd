import { createMemoryBackend, makeFile } from 'loadline/testing'
import { describe, expect, it, vi } from 'vitest'
import type { UploadQueueOptions } from '../contract/index.js'
import { createUploadQueue } from './upload-queue.js'

const quick = { baseDelayMs: 1, maxDelayMs: 5 }

function setUp(options: Partial<UploadQueueOptions> = {}) {
  const backend = createMemoryBackend()
  const { adapter, transport } = backend
  const queue = createUploadQueue({ adapter, transports: [transport], retry: quick, ...options })
  queue.connect()
  const task = (id: string | undefined) => queue.getTask(id ?? '')
  return { backend, queue, task }
}

const files = (count: number) =>
  Array.from({ length: count }, (_, i) => makeFile({ name: `${i}.bin`, size: 100 }))

describe('retries', () => {
  it('each step tries again by itself, and a stored file is never sent again for its finalise', async () => {
    const { backend, queue, task } = setUp()
    const onTrace = vi.fn()
    queue.on(onTrace)
    backend.failNext('create', 'server')
    backend.failNext('store', 'network', 2)
    backend.failNext('finalize', 'server', 3)
    const { ids } = queue.add(files(1))
    await queue.whenSettled(ids)
    expect(task(ids[0])).toMatchObject({ status: 'ready', generation: 1 })
    const types = onTrace.mock.calls.map(([event]) => (event as { type: string }).type)
    expect(types.filter((type) => type === 'retry-planned')).toHaveLength(6)
    expect(types.filter((type) => type === 'bytes-stored')).toHaveLength(1)
  })

  it('ends after its attempts, keeps what it has, and goes on from there when asked', async () => {
    const { backend, queue, task } = setUp({ retry: { ...quick, attemptsPerFinalize: 3 } })
    backend.failNext('finalize', 'server', 3)
    const { ids } = queue.add(files(1))
    await queue.whenSettled(ids)
    expect(task(ids[0])).toMatchObject({ status: 'failed', step: 'finalize', bytesSafe: true })
    queue.retry(ids)
    await queue.whenSettled(ids)
    expect(task(ids[0])).toMatchObject({ status: 'ready', generation: 1 })
    expect(backend.uploads()).toHaveLength(1)
  })

  it('sends a whole file again only where a person asks for it, to a store that would keep both', async () => {
    const backend = createMemoryBackend()
    const features = { ...backend.adapter.features, storeIsIdempotent: false }
    const adapter = { ...backend.adapter, features }
    const { transports } = backend
    const queue = createUploadQueue({ adapter, transports, retry: quick })
    queue.connect()
    backend.loseAnswer('store')
    const { ids } = queue.add(files(1))
    await queue.whenSettled(ids)
    const status = () => queue.getTask(ids[0] ?? '')
    expect(status()).toMatchObject({ status: 'failed', error: { code: 'unconfirmed' } })
    const stores = () => backend.ledger().filter(({ step }) => step === 'store')
    expect(stores()).toHaveLength(1)
    queue.retry(ids)
    await queue.whenSettled(ids)
    expect(status()).toMatchObject({ status: 'ready' })
    expect(stores()).toHaveLength(2)
  })

  it('a conflict on create begins a new generation once', async () => {
    const { backend, queue, task } = setUp()
    backend.failNext('create', 'conflict')
    const { ids } = queue.add(files(1))
    await queue.whenSettled(ids)
    expect(task(ids[0])).toMatchObject({ status: 'ready', generation: 2 })
    backend.failNext('create', 'conflict', 2)
    const again = queue.add(files(1))
    await queue.whenSettled(again.ids)
    expect(task(again.ids[0])).toMatchObject({ status: 'failed', error: { code: 'conflict' } })
  })

  it('try now ends a backoff at once', async () => {
    const { backend, queue, task } = setUp({ retry: { baseDelayMs: 60_000 } })
    backend.failNext('store', 'network')
    const { ids } = queue.add(files(1))
    await vi.waitFor(() =>
      expect(task(ids[0])).toMatchObject({ reason: 'backoff', canRetry: true }),
    )
    queue.retry(ids)
    await queue.whenSettled(ids)
    expect(task(ids[0])?.status).toBe('ready')
  })

  it('retry of all restarts what failed, and nothing that was cancelled', async () => {
    const { backend, queue, task } = setUp()
    backend.failNext('create', 'forbidden')
    const { ids } = queue.add(files(1))
    await queue.whenSettled(ids)
    const cancelled = queue.add([makeFile({ name: 'c' })]).ids[0] ?? ''
    queue.cancel(cancelled)
    queue.retry()
    await queue.whenSettled(ids)
    expect([task(ids[0])?.status, task(cancelled)?.status]).toEqual(['ready', 'cancelled'])
    queue.retry(cancelled)
    await queue.whenSettled([cancelled])
    expect(task(cancelled)?.status).toBe('ready')
  })

  it('a create that was not answered is given up by its clientId', async () => {
    const { backend, queue, task } = setUp({ retry: { attemptsPerPart: 1 } })
    backend.loseAnswer('create')
    const { ids } = queue.add(files(1))
    await queue.whenSettled(ids)
    expect(task(ids[0])).toMatchObject({ status: 'failed', step: 'create' })
    expect(backend.uploads().map(({ state }) => state)).toEqual(['pending'])
    queue.cancel(ids)
    await vi.waitFor(() => expect(backend.uploads().map(({ state }) => state)).toEqual(['gone']))
  })
})
