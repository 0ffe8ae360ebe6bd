import { createMemoryBackend, makeFile } from 'loadline/testing'
import { describe, expect, it, vi } from 'vitest'
import type { Connectivity, UploadQueueOptions } from '../contract/index.js'
import { createManualClock } from './manual-clock.js'
import { passTime } from './pass-time.js'
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

function fakeConnectivity() {
  const listeners = new Set<() => void>()
  let isOnline = true
  const connectivity: Connectivity = {
    isOnline: () => isOnline,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const set = (next: boolean): void => {
    isOnline = next
    for (const listener of listeners) listener()
  }
  return { connectivity, set, listeners }
}

const files = (count: number, size = 100) =>
  Array.from({ length: count }, (_, i) => makeFile({ name: `${i}.bin`, size }))

describe('pause and hold', () => {
  it('pause frees the slot, and resume goes on at the head of the line', async () => {
    const { backend, queue, task } = setUp({ concurrency: 1 })
    backend.hold('store')
    const { ids } = queue.add(files(3))
    await vi.waitFor(() => expect(task(ids[0])?.status).toBe('uploading'))
    queue.pause(ids[0] ?? '')
    expect(task(ids[0])).toMatchObject({ status: 'paused', resumeTo: 'store', canPause: false })
    await vi.waitFor(() => expect(task(ids[1])?.status).toBe('uploading'))
    queue.resume(ids[0] ?? '')
    expect(task(ids[0])?.status).toBe('queued')
    queue.cancel(ids[1] ?? '')
    await vi.waitFor(() => expect(task(ids[0])?.status).toBe('uploading'))
    expect(task(ids[2])?.status).toBe('queued')
    backend.release()
    await queue.whenSettled()
    expect(backend.files()).toHaveLength(2)
  })

  it('a paused create keeps its ticket: there is one row, and it goes on', async () => {
    const clock = createManualClock()
    const { backend, queue, task } = setUp({ clock })
    backend.hold('create')
    const { ids } = queue.add(files(1))
    await vi.waitFor(() => expect(task(ids[0])?.status).toBe('signing'))
    queue.pause(ids)
    backend.release('create')
    await passTime(clock, 20)
    expect(task(ids[0])?.status).toBe('paused')
    queue.resume(ids)
    await passTime(clock, 20)
    await queue.whenSettled(ids)
    expect(backend.uploads()).toHaveLength(1)
    expect(task(ids[0])).toMatchObject({ status: 'ready', generation: 1 })
  })

  it('pause of all stops everything; resume of all spares what was paused by itself', async () => {
    const { backend, queue, task } = setUp({ concurrency: 2 })
    backend.hold('store')
    const { ids } = queue.add(files(4))
    await vi.waitFor(() => expect(queue.getTotals().counts.uploading).toBe(2))
    queue.pause(ids[3] ?? '')
    queue.pause()
    expect(queue.getTotals().counts.paused).toBe(4)
    expect(queue.getGate()).toMatchObject({ isPaused: true, blockedBy: null })
    const later = queue.add([makeFile({ name: 'later' })]).ids[0]
    expect(task(later)?.status).toBe('queued')
    queue.resume()
    backend.release()
    await queue.whenSettled([...ids.slice(0, 3), later ?? ''])
    expect(task(ids[3])?.status).toBe('paused')
    expect(backend.files()).toHaveLength(4)
  })

  it('resume of one goes on with it, though all were paused', async () => {
    const { queue, task } = setUp()
    queue.pause()
    const { ids } = queue.add(files(2))
    queue.pause(ids)
    queue.resume(ids[0] ?? '')
    await queue.whenSettled([ids[0] ?? ''])
    expect(task(ids[1])?.status).toBe('paused')
  })

  it('hold lets running files finish, and starts nothing; release does', async () => {
    const { backend, queue, task } = setUp({ concurrency: 1 })
    backend.hold('store')
    const { ids } = queue.add(files(2))
    await vi.waitFor(() => expect(task(ids[0])?.status).toBe('uploading'))
    queue.hold()
    backend.release()
    await queue.whenSettled([ids[0] ?? ''])
    expect(task(ids[1])).toMatchObject({ status: 'queued', isHeld: true })
    expect(task(queue.add([makeFile({ name: 'x' })]).ids[0])).toMatchObject({ isHeld: true })
    queue.release()
    await queue.whenSettled()
    expect(backend.files()).toHaveLength(3)
  })

  it('autoUpload: false waits for a release', async () => {
    const { backend, queue, task } = setUp({ autoUpload: false })
    const { ids } = queue.add(files(2))
    expect(ids.map((id) => task(id))).toMatchObject([{ isHeld: true }, { isHeld: true }])
    queue.release(ids[1] ?? '')
    await queue.whenSettled([ids[1] ?? ''])
    expect(backend.files().map(({ name }) => name)).toEqual(['1.bin'])
  })

  it('prioritize puts a waiting file in front, and stops none that runs', async () => {
    const { backend, queue, task } = setUp({ concurrency: 1 })
    backend.hold('store')
    const { ids } = queue.add(files(4))
    await vi.waitFor(() => expect(task(ids[0])?.status).toBe('uploading'))
    queue.prioritize([ids[3] ?? '', ids[2] ?? ''])
    backend.release()
    await queue.whenSettled()
    expect(backend.files().map(({ name }) => name)).toEqual(['0.bin', '3.bin', '2.bin', '1.bin'])
  })
})

describe('offline', () => {
  it('moves what runs to waiting, spends no attempt, and goes on by itself', async () => {
    const { connectivity, set } = fakeConnectivity()
    const clock = createManualClock()
    const { backend, queue, task } = setUp({
      clock,
      connectivity,
      concurrency: 1,
      retry: { attemptsPerPart: 1 },
    })
    backend.hold('store')
    const { ids } = queue.add(files(2))
    await vi.waitFor(() => expect(task(ids[0])?.status).toBe('uploading'))
    set(false)
    expect(task(ids[0])).toMatchObject({ status: 'waiting', reason: 'offline', resumeTo: 'store' })
    expect(task(ids[1])?.status).toBe('queued')
    expect(queue.getGate().blockedBy).toBe('offline')
    backend.release()
    await passTime(clock, 60)
    expect(queue.getTotals().counts.ready).toBe(0)
    set(true)
    await passTime(clock, 20)
    await queue.whenSettled(ids)
    expect(backend.files()).toHaveLength(2)
  })

  it('leaves no listener behind when the queue stops', async () => {
    const { connectivity, listeners } = fakeConnectivity()
    const queue = createUploadQueue({ adapter: createMemoryBackend().adapter, connectivity })
    expect(listeners.size).toBe(0)
    const disconnect = queue.connect()
    expect(listeners.size).toBe(1)
    disconnect()
    await vi.waitFor(() => expect(listeners.size).toBe(0))
  })
})

describe('sign-in', () => {
  it('is asked for once; nothing fails, and everything goes on', async () => {
    let signedIn = (): void => undefined
    const onAuthRequired = vi.fn(
      () =>
        new Promise<void>((resolve) => {
          signedIn = resolve
        }),
    )
    const { backend, queue } = setUp({ onAuthRequired, concurrency: 3 })
    backend.failNext('create', 'unauthenticated', 3)
    const { ids } = queue.add(files(5))
    await vi.waitFor(() => expect(queue.getTotals().counts.waiting).toBe(3))
    expect(queue.getGate().blockedBy).toBe('auth')
    expect(queue.getTotals().counts.queued).toBe(2)
    signedIn()
    await queue.whenSettled(ids)
    expect(onAuthRequired).toHaveBeenCalledTimes(1)
    expect(backend.files()).toHaveLength(5)
  })

  it('that is refused waits for authenticated()', async () => {
    const clock = createManualClock()
    const { backend, queue, task } = setUp({
      clock,
      onAuthRequired: () => Promise.reject(new Error('closed the dialog')),
    })
    backend.failNext('finalize', 'unauthenticated')
    const { ids } = queue.add(files(1))
    await vi.waitFor(() =>
      expect(task(ids[0])).toMatchObject({ status: 'waiting', reason: 'auth' }),
    )
    await passTime(clock, 60)
    expect(task(ids[0])).toMatchObject({ status: 'waiting', resumeTo: 'finalize' })
    queue.authenticated()
    await passTime(clock, 20)
    await queue.whenSettled(ids)
    expect(task(ids[0])).toMatchObject({ status: 'ready', generation: 1 })
  })
})

describe('quota and rate limits', () => {
  it('a full store fails one file, and stops the queue until a person retries', async () => {
    const { backend, queue, task } = setUp({ concurrency: 1 })
    backend.failNext('create', 'quota')
    const { ids } = queue.add(files(3))
    await vi.waitFor(() => expect(task(ids[0])?.status).toBe('failed'))
    expect(queue.getGate().blockedBy).toBe('quota')
    expect(queue.getTotals().counts).toMatchObject({ failed: 1, queued: 2 })
    queue.retry(ids[0] ?? '')
    await queue.whenSettled()
    expect(backend.files()).toHaveLength(3)
  })

  it('too many requests hold the whole queue until the time is over', async () => {
    const { backend, queue, task } = setUp({ concurrency: 1 })
    backend.failNext('create', 'rate-limited')
    const { ids } = queue.add(files(2))
    await vi.waitFor(() => expect(queue.getGate().blockedBy).toBe('rate-limit'))
    expect(task(ids[1])?.status).toBe('queued')
    await queue.whenSettled()
    expect(backend.files()).toHaveLength(2)
  })
})
