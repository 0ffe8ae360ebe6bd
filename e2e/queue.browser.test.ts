import { createUploadQueue, type UploadQueueOptions } from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { scriptedAdapter, splitRooms } from './support/scripted-adapter.js'
import { openRoom, type RoomScript } from './support/scripted-room.js'

const cleanUps: (() => void)[] = []
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp()
})

interface Scripts {
  readonly store?: RoomScript
  readonly backend?: RoomScript
}

async function setUp(scripts: Scripts, options: Partial<UploadQueueOptions> = {}) {
  const store = await openRoom(scripts.store)
  const backend = await openRoom(scripts.backend)
  const { adapter } = scriptedAdapter(splitRooms(store, backend), 'put')
  const queue = createUploadQueue({ adapter, ...options })
  cleanUps.push(queue.connect(), () => void store.release())
  const statusOf = (id: string | undefined) => queue.getTask(id ?? '')?.status
  /** The names of the files whose bytes came to the store, in order. */
  const arrived = async () => (await store.paths()).map((path) => path.replace('object/', ''))
  return { store, backend, queue, statusOf, arrived }
}

const held = { otherwise: { isHeld: true } } as const
const names = (count: number) => Array.from({ length: count }, (_, i) => String(i))
const files = (given: readonly string[], size = 100) =>
  given.map((name) => makeFile({ name, size }))

describe('the line', () => {
  it('has so many in flight and no more, first come first served', async () => {
    const { store, queue, arrived } = await setUp({ store: held }, { concurrency: 2 })
    const { ids } = queue.add(files(names(6)))
    for (const at of [0, 2, 4]) {
      await vi.waitFor(async () => expect(await arrived()).toHaveLength(at + 2))
      // The two that run at once may overtake each other on their way.
      expect((await arrived()).slice(at).toSorted()).toEqual([String(at), String(at + 1)])
      expect(queue.getTotals().counts).toMatchObject({ queued: 4 - at })
      await store.release()
    }
    expect((await queue.whenSettled(ids)).ready).toEqual(ids)
    expect((await store.ledger()).mostAtOnce).toBe(2)
  })

  it('puts a waiting file in front when it is prioritized', async () => {
    const { store, queue, arrived } = await setUp({ store: held }, { concurrency: 1 })
    const { ids } = queue.add(files(names(4)))
    await vi.waitFor(async () => expect(await arrived()).toEqual(['0']))
    queue.prioritize(ids[3] ?? '')
    await store.release()
    await vi.waitFor(async () => expect(await arrived()).toEqual(['0', '3']))
  })

  it('does not let a huge file starve the small ones', async () => {
    const huge = files(['huge-1', 'huge-2', 'huge-3'], 10_000)
    const answers = Object.fromEntries(
      huge.map(({ name }) => [`object/${name}`, [{ isHeld: true }]]),
    )
    const { queue, statusOf, arrived } = await setUp(
      { store: { answers } },
      { concurrency: 2, multipartThreshold: 5_000 },
    )
    const { ids } = queue.add([...huge, ...files(['a', 'b', 'c', 'd', 'e'])])
    const small = ids.slice(huge.length)
    expect((await queue.whenSettled(small)).ready).toEqual(small)
    expect(statusOf(ids[0])).toBe('uploading')
    expect((await arrived()).slice(0, 6).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'huge-1'])
  })

  it('starts more at once when the concurrency is raised, and fewer when it is lowered', async () => {
    const { store, queue, arrived } = await setUp({ store: held }, { concurrency: 1 })
    const { ids } = queue.add(files(names(6)))
    await vi.waitFor(async () => expect(await arrived()).toHaveLength(1))
    queue.setOptions({ concurrency: 3 })
    await vi.waitFor(async () => expect(await arrived()).toHaveLength(3))
    queue.setOptions({ concurrency: 1 })
    await store.release()
    await queue.whenSettled(ids.slice(0, 3))
    await vi.waitFor(async () => expect(await arrived()).toHaveLength(4))
    expect(queue.getTotals().counts).toMatchObject({ queued: 2, uploading: 1 })
  })

  it('takes files while others are uploading', async () => {
    const { store, queue, arrived } = await setUp({ store: held }, { concurrency: 2 })
    const first = queue.add(files(['a', 'b']))
    await vi.waitFor(async () => expect(await arrived()).toHaveLength(2))
    const second = queue.add(files(['c', 'd']))
    await store.release()
    await vi.waitFor(async () => expect(await arrived()).toHaveLength(4))
    await store.release()
    const ids = [...first.ids, ...second.ids]
    expect((await queue.whenSettled(ids)).ready).toEqual(ids)
    expect((await arrived()).toSorted()).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('pause and cancel', () => {
  it('a paused file frees its slot', async () => {
    const { queue, statusOf, arrived } = await setUp({ store: held }, { concurrency: 1 })
    const { ids } = queue.add(files(names(2)))
    await vi.waitFor(async () => expect(await arrived()).toEqual(['0']))
    queue.pause(ids[0] ?? '')
    await vi.waitFor(async () => expect(await arrived()).toEqual(['0', '1']))
    expect(statusOf(ids[0])).toBe('paused')
  })

  it('a queue on hold starts nothing, and running files finish', async () => {
    const { store, queue, statusOf, arrived } = await setUp({ store: held }, { concurrency: 1 })
    const { ids } = queue.add(files(names(2)))
    await vi.waitFor(async () => expect(await arrived()).toEqual(['0']))
    queue.hold()
    await store.release()
    expect((await queue.whenSettled(ids.slice(0, 1))).ready).toEqual(ids.slice(0, 1))
    expect(statusOf(ids[1])).toBe('queued')
    queue.release()
    await vi.waitFor(async () => expect(await arrived()).toEqual(['0', '1']))
  })

  it('a cancelled queued file is never sent', async () => {
    const { store, backend, queue, arrived } = await setUp({ store: held }, { concurrency: 1 })
    const { ids } = queue.add(files(names(3)))
    await vi.waitFor(async () => expect(await arrived()).toEqual(['0']))
    queue.cancel(ids[1] ?? '')
    await store.release()
    await vi.waitFor(async () => expect(await arrived()).toEqual(['0', '2']))
    await store.release()
    expect(await queue.whenSettled(ids)).toEqual({
      ready: [ids[0], ids[2]],
      failed: [],
      cancelled: [ids[1]],
    })
    expect(await backend.paths(/^create/)).toEqual(['create/0', 'create/2'])
  })

  it('a cancelled running file ends at once, and the next one starts', async () => {
    const { queue, statusOf, arrived } = await setUp({ store: held }, { concurrency: 1 })
    const { ids } = queue.add(files(names(2)))
    await vi.waitFor(async () => expect(await arrived()).toEqual(['0']))
    queue.cancel(ids[0] ?? '')
    expect(statusOf(ids[0])).toBe('cancelled')
    await vi.waitFor(async () => expect(await arrived()).toEqual(['0', '1']))
  })

  it('a file that is removed while it uploads is in none of the lists', async () => {
    const { store, queue, arrived } = await setUp({ store: held }, { concurrency: 2 })
    const { ids } = queue.add(files(names(2)))
    const settled = queue.whenSettled(ids)
    await vi.waitFor(async () => expect(await arrived()).toHaveLength(2))
    queue.remove(ids[0] ?? '')
    await store.release()
    expect(await settled).toEqual({ ready: [ids[1]], failed: [], cancelled: [] })
  })
})

describe('a retry repeats only the step that failed', () => {
  const failing = [{ status: 500 }]
  const steps: readonly (readonly [string, Scripts, readonly number[]])[] = [
    ['create', { backend: { answers: { 'create/0': [...failing] } } }, [2, 1, 1]],
    ['store', { store: { answers: { 'object/0': [...failing] } } }, [2, 2, 1]],
    ['finalize', { backend: { answers: { 'finalize/0': [...failing] } } }, [1, 1, 2]],
  ]

  it.each(steps)('%s', async (step, scripts, [creates, stores, finalizes]) => {
    const retry = { attemptsPerPart: 1, attemptsPerFinalize: 1 }
    const { backend, queue, arrived } = await setUp(scripts, { retry })
    const { ids } = queue.add(files(['0']))
    expect(await queue.whenSettled(ids)).toEqual({ ready: [], failed: ids, cancelled: [] })
    expect(queue.getTask(ids[0] ?? '')).toMatchObject({ step, bytesSafe: step === 'finalize' })
    queue.retry()
    expect((await queue.whenSettled(ids)).ready).toEqual(ids)
    // Each attempt to store has a signature of its own, here by a create that is idempotent.
    expect(await backend.paths(/^create/)).toHaveLength(creates ?? 0)
    expect(await arrived()).toHaveLength(stores ?? 0)
    expect(await backend.paths(/^finalize/)).toHaveLength(finalizes ?? 0)
  })

  it('and a retry of all does nothing where nothing failed', async () => {
    const { backend, queue, arrived } = await setUp({})
    const { ids } = queue.add(files(names(2)))
    await queue.whenSettled(ids)
    const before = ids.map((id) => queue.getTask(id))
    queue.retry()
    expect(ids.map((id) => queue.getTask(id))).toEqual(before)
    expect(await arrived()).toHaveLength(2)
    expect(await backend.paths()).toHaveLength(4)
  })
})
