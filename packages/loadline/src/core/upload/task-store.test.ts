import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { defineAdapter } from '../contract/define-adapter.js'
import type { UploadTask } from '../contract/index.js'
import { createTask } from '../intake/create-task.js'
import { createManualClock } from './manual-clock.js'
import { TaskStore } from './task-store.js'

const openGate = () => ({ isPaused: false, blockedBy: null, until: null }) as const
const { features } = defineAdapter({ name: 'test' })

function newTask(size = 1_000, scope?: string): UploadTask {
  const file = new File([new Uint8Array(size)], 'a.bin')
  return createTask({ file, path: null }, { scope }, features, ['put'], 0)
}

function uploading(task: UploadTask): UploadTask {
  const { id, size, scope } = task
  return {
    ...newTask(size),
    id,
    scope,
    status: 'uploading',
    phase: 'sending',
    parts: null,
  }
}

const flushed = (): Promise<void> => Promise.resolve().then(() => undefined)

describe('task store', () => {
  it('tells of many new tasks in one update', async () => {
    const store = new TaskStore(createManualClock(), openGate)
    const listener = vi.fn()
    store.summary.subscribe(listener)
    store.insert(Array.from({ length: 1_000 }, () => newTask(1)))
    await flushed()
    expect(listener).toHaveBeenCalledTimes(1)
    expect(store.summary.getState().totals.counts.queued).toBe(1_000)
  })

  it('hands out the same array and totals until something changes', () => {
    const store = new TaskStore(createManualClock(), openGate)
    store.insert([newTask()])
    expect(store.ids({ statuses: ['queued'] })).toBe(store.ids({ statuses: ['queued'] }))
    expect(store.totals()).toBe(store.totals())
    const before = store.ids({})
    store.insert([newTask()])
    expect(store.ids({})).not.toBe(before)
    expect(store.ids({})).toHaveLength(2)
  })

  it('tells only the row whose bytes moved, at most ten times a second', async () => {
    const clock = createManualClock()
    const store = new TaskStore(clock, openGate)
    const moving = newTask()
    const still = newTask()
    store.insert([moving, still])
    store.replace(uploading(moving))
    await flushed()
    const rows = { moving: vi.fn(), still: vi.fn(), ids: vi.fn() }
    store.subscribeTask(moving.id, rows.moving)
    store.subscribeTask(still.id, rows.still)
    store.subscribeIds({}, rows.ids)
    for (let sent = 1; sent <= 500; sent += 1) {
      store.progress(moving.id, 0, sent)
      clock.advance(1)
    }
    expect(rows.moving).toHaveBeenCalledTimes(5)
    expect(rows.still).not.toHaveBeenCalled()
    expect(rows.ids).not.toHaveBeenCalled()
    expect(store.get(moving.id)?.sentBytes).toBe(500)
  })

  it('never shows progress backwards, or whole before the store has answered', () => {
    const store = new TaskStore(createManualClock(), openGate)
    const task = newTask(1_000)
    store.insert([task])
    store.replace(uploading(task))
    store.progress(task.id, 0, 700)
    store.progress(task.id, 0, 300)
    expect(store.get(task.id)?.sentBytes).toBe(700)
    store.progress(task.id, 0, 1_300)
    expect(store.get(task.id)?.sentBytes).toBe(990)
    store.progress(task.id, 1, 995)
    expect(store.get(task.id)?.sentBytes).toBe(990)
  })

  it('keeps the order of adding whatever the status, in every view', async () => {
    const store = new TaskStore(createManualClock(), openGate)
    const [a, b, c] = [newTask(), newTask(1, 's'), newTask()]
    store.insert([a, b, c])
    store.replace(uploading(a))
    await flushed()
    expect(store.ids({})).toEqual([a.id, b.id, c.id])
    expect(store.ids({ statuses: ['queued', 'uploading'] })).toEqual([a.id, b.id, c.id])
    expect(store.ids({ scope: 's' })).toEqual([b.id])
    expect(store.ids({ scope: 'other' })).toEqual([])
  })

  it('shows a task to who subscribed before it came, and its end to who listens', async () => {
    const store = new TaskStore(createManualClock(), openGate)
    const task = newTask()
    const listener = vi.fn()
    const unsubscribe = store.subscribeTask(task.id, listener)
    store.insert([task])
    await flushed()
    expect(listener).toHaveBeenCalledTimes(1)
    store.delete(task.id)
    await flushed()
    expect(listener).toHaveBeenCalledTimes(2)
    expect(store.get(task.id)).toBeUndefined()
    unsubscribe()
  })

  it('has a speed only once it is steady, and none when nothing is left', () => {
    const clock = createManualClock()
    const store = new TaskStore(clock, openGate)
    const task = newTask(1_000_000)
    store.insert([task])
    store.replace(uploading(task))
    const speeds: (number | null)[] = []
    for (let sent = 10_000; sent <= 500_000; sent += 10_000) {
      store.progress(task.id, 0, sent)
      clock.advance(100)
      speeds.push(store.totals().bytesPerSecond)
    }
    expect(speeds[0]).toBeNull()
    expect(speeds[10]).toBeNull()
    expect(speeds.at(-1)).toBeCloseTo(100_000, -3)
    expect(store.totals().secondsLeft).toBeCloseTo(5, 0)
    store.delete(task.id)
    expect(store.totals()).toMatchObject({ bytesPerSecond: null, secondsLeft: null, totalBytes: 0 })
  })

  it('always has the sum of its tasks as totals', () => {
    const step = fc.record({
      act: fc.constantFrom('insert', 'upload', 'progress', 'settle', 'cancel', 'delete'),
      pick: fc.nat(),
      bytes: fc.integer({ min: 0, max: 2_000 }),
      scope: fc.constantFrom(undefined, 'a', 'b'),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (script) => {
        const store = new TaskStore(createManualClock(), openGate)
        for (const { act, pick, bytes, scope } of script) {
          const ids = store.ids({})
          const task = store.get(ids[pick % Math.max(1, ids.length)] ?? '')
          if (act === 'insert') store.insert([newTask(bytes, scope)])
          if (task === undefined) continue
          if (act === 'upload' && task.status === 'queued') store.replace(uploading(task))
          if (act === 'progress') store.progress(task.id, 0, bytes)
          if (act === 'settle')
            store.replace({ ...task, status: 'finalizing', sentBytes: task.size })
          if (act === 'cancel') store.replace({ ...task, status: 'cancelled' })
          if (act === 'delete') store.delete(task.id)
        }
        for (const scope of [undefined, 'a', 'b'] as const) {
          const tasks = store
            .ids({ scope })
            .map((id) => store.get(id))
            .filter((task) => task !== undefined)
          const counted = tasks.filter(({ status }) => status !== 'cancelled')
          const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
          const totals = store.totals(scope)
          expect(totals.totalBytes).toBe(sum(counted.map(({ size }) => size)))
          expect(totals.sentBytes).toBe(sum(counted.map(({ sentBytes }) => sentBytes)))
          expect(sum(Object.values(totals.counts))).toBe(tasks.length)
        }
      }),
    )
  })
})
