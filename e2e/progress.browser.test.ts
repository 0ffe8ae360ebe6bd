import { createUploadQueue, type BuiltInTicketKind, type UploadTask } from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { describe, expect, it, vi } from 'vitest'
import { scriptedAdapter, splitRooms } from './support/scripted-adapter.js'
import { openRoom, type RoomScript } from './support/scripted-room.js'

const mib = 1_048_576
const size = 3 * mib

async function start(kind: BuiltInTicketKind, script: RoomScript, bytes = size) {
  const room = await openRoom(script)
  const calls = await openRoom()
  // An envelope that is larger than many a file.
  const fields = [['policy', 'x'.repeat(50_000)]] as const
  const { adapter } = scriptedAdapter(splitRooms(room, calls), kind, { partSize: mib, fields })
  const queue = createUploadQueue({ adapter, multipartThreshold: 0, retry: { baseDelayMs: 1 } })
  const disconnect = queue.connect()
  const { ids } = queue.add([makeFile({ name: 'a', size: bytes })])
  const id = ids[0] ?? ''
  const seen: UploadTask[] = []
  queue.subscribeTask(id, () => {
    const task = queue.getTask(id)
    if (task !== undefined) seen.push(task)
  })
  return { room, queue, ids, id, seen, disconnect }
}

const kinds = ['put', 'form', 'multipart'] as const

describe.each(kinds)('progress of %s', (kind) => {
  it('is whole only when the store has answered', async () => {
    const { room, queue, ids, id, disconnect } = await start(kind, { otherwise: { isHeld: true } })
    const expected = kind === 'multipart' ? 3 : 1
    // All bytes are in the store, and it does not answer.
    await vi.waitFor(async () => {
      const { requests } = await room.ledger()
      const bodies = requests.reduce((sum, request) => sum + request.size, 0)
      expect(requests).toHaveLength(expected)
      expect(bodies).toBeGreaterThanOrEqual(size)
    })
    await vi.waitFor(() => expect(queue.getTask(id)?.sentBytes).toBeGreaterThan(size * 0.9))
    expect(queue.getTask(id)).toMatchObject({ status: 'uploading', confirmedBytes: 0 })
    expect(queue.getTask(id)?.sentBytes).toBeLessThan(size)
    expect(queue.getTotals().sentBytes).toBeLessThan(size)
    await room.release()
    await queue.whenSettled(ids)
    expect(queue.getTask(id)).toMatchObject({ status: 'ready', sentBytes: size })
    disconnect()
  })

  it('never goes back on an automatic retry, and never over the size', async () => {
    const path = kind === 'multipart' ? 'upload-1/2' : 'object/a'
    const { room, queue, ids, id, seen, disconnect } = await start(kind, {
      answers: { [path]: [{ status: 503 }, { status: 500 }] },
    })
    await queue.whenSettled(ids)
    expect(queue.getTask(id)).toMatchObject({ status: 'ready', sentBytes: size })
    expect(await room.paths(new RegExp(`^${path}$`))).toHaveLength(3)
    const shown = seen.map(({ sentBytes }) => sentBytes)
    expect(shown).toEqual(shown.toSorted((a, b) => a - b))
    expect(Math.max(...shown)).toBe(size)
    disconnect()
  })

  it('never goes back on a resume', async () => {
    const path = kind === 'multipart' ? 'upload-1/3' : 'object/a'
    const { queue, ids, id, seen, disconnect } = await start(kind, {
      answers: { [path]: [{ isHeld: true }] },
    })
    await vi.waitFor(() => expect(queue.getTask(id)?.sentBytes).toBeGreaterThan(size * 0.9))
    queue.pause(id)
    queue.resume(id)
    await queue.whenSettled(ids)
    expect(queue.getTask(id)).toMatchObject({ status: 'ready', generation: 1 })
    const shown = seen.map(({ sentBytes }) => sentBytes)
    expect(shown).toEqual(shown.toSorted((a, b) => a - b))
    disconnect()
  })
})

it.each(['put', 'form'] as const)('of an empty file is numbers all the way: %s', async (kind) => {
  const { queue, ids, seen, disconnect } = await start(kind, {}, 0)
  const totals = [queue.getTotals()]
  queue.store.subscribe(() => totals.push(queue.getTotals()))
  await queue.whenSettled(ids)
  expect(queue.getTask(ids[0] ?? '')?.status).toBe('ready')
  const numbers = [
    ...seen.flatMap(({ sentBytes, confirmedBytes }) => [sentBytes, confirmedBytes]),
    ...totals.flatMap(({ sentBytes, totalBytes }) => [sentBytes, totalBytes]),
  ]
  expect(numbers.every((number) => number === 0)).toBe(true)
  expect(totals.every(({ bytesPerSecond }) => !Number.isNaN(bytesPerSecond ?? 0))).toBe(true)
  disconnect()
})
