import { createUploadQueue, type PartToSign, type UploadQueueOptions } from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { expect, it, vi } from 'vitest'
import { scriptedAdapter, splitRooms, type ScriptedBackend } from './support/scripted-adapter.js'
import { openRoom, type RoomScript } from './support/scripted-room.js'

const partSize = 100
const errorXml = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`

async function setUp(
  script: RoomScript,
  backend: ScriptedBackend = {},
  options: Partial<UploadQueueOptions> = {},
) {
  const store = await openRoom(script)
  const calls = await openRoom()
  const room = splitRooms(store, calls)
  const { adapter, finalized } = scriptedAdapter(room, 'multipart', { partSize, ...backend })
  const queue = createUploadQueue({
    adapter,
    multipartThreshold: 0,
    retry: { baseDelayMs: 1 },
    ...options,
  })
  const disconnect = queue.connect()
  const upload = async (size: number) => {
    const { ids } = queue.add([makeFile({ name: 'a', size })])
    await queue.whenSettled(ids)
    disconnect()
    return queue.getTask(ids[0] ?? '')
  }
  return { store, calls, finalized, upload }
}

const partsOf = (uploadId: string) => new RegExp(`^${uploadId}/`)

it('sends parts at the same time, four of a file and no more', async () => {
  const { store, upload } = await setUp({ otherwise: { isHeld: true } })
  const uploaded = upload(12 * partSize)
  for (const sent of [4, 8, 12]) {
    await vi.waitFor(async () => expect(await store.paths()).toHaveLength(sent))
    await store.release()
  }
  expect(await uploaded).toMatchObject({ status: 'ready' })
  const { requests, mostAtOnce } = await store.ledger()
  expect(mostAtOnce).toBe(4)
  const sizes = requests.map(({ size }) => size)
  expect(sizes).toEqual(Array.from({ length: 12 }, () => partSize))
})

it('keeps to the limit of requests to one origin, over all files', async () => {
  const { store, upload } = await setUp(
    { otherwise: { delayMs: 20 } },
    {},
    { maxRequestsPerOrigin: 2 },
  )
  expect(await upload(8 * partSize)).toMatchObject({ status: 'ready' })
  expect((await store.ledger()).mostAtOnce).toBeLessThanOrEqual(2)
})

it('ends with a part that is smaller', async () => {
  const { store, upload, finalized } = await setUp({})
  expect(await upload(2 * partSize + 7)).toMatchObject({ status: 'ready' })
  const { requests } = await store.ledger()
  expect(requests.find(({ path }) => path === 'upload-1/3')?.size).toBe(7)
  expect(finalized[0]?.parts?.map(({ size }) => size)).toEqual([partSize, partSize, 7])
})

it('repeats a part that failed, and none that is finished', async () => {
  const { store, upload } = await setUp({
    answers: { 'upload-1/3': [{ status: 503, body: errorXml('ServiceUnavailable') }] },
  })
  expect(await upload(6 * partSize)).toMatchObject({ status: 'ready', generation: 1 })
  const sent = await store.paths(partsOf('upload-1'))
  expect(sent.toSorted()).toEqual(
    ['1', '2', '3', '3', '4', '5', '6'].map((number) => `upload-1/${number}`),
  )
})

it('signs in groups', async () => {
  const { calls, upload } = await setUp({})
  expect(await upload(16 * partSize)).toMatchObject({ status: 'ready' })
  // Two, and one more of each lane whose part is read after a later one.
  expect((await calls.paths(/^sign/)).length).toBeLessThanOrEqual(5)
})

it('finalises with the parts in order, whatever order they end in', async () => {
  const late = (delayMs: number) => [{ delayMs }]
  const { calls, upload, finalized } = await setUp({
    answers: { 'upload-1/1': late(150), 'upload-1/2': late(100), 'upload-1/3': late(50) },
  })
  expect(await upload(4 * partSize)).toMatchObject({ status: 'ready' })
  expect(finalized[0]?.parts?.map(({ partNumber }) => partNumber)).toEqual([1, 2, 3, 4])
  expect(finalized[0]?.parts?.map(({ etag }) => etag)).toEqual(Array(4).fill('"e"'))
  expect(await calls.paths(/^finalize/)).toHaveLength(1)
})

it('takes a 200 with an error in its body for the failure of that part', async () => {
  const { store, upload } = await setUp({
    answers: { 'upload-1/2': [{ body: errorXml('InternalError') }] },
  })
  expect(await upload(3 * partSize)).toMatchObject({ status: 'ready' })
  expect(await store.paths(/^upload-1\/2$/)).toHaveLength(2)
})

it('begins a new upload by itself when the store has forgotten the uploadId', async () => {
  const gone = [{ status: 404, body: errorXml('NoSuchUpload') }]
  const { store, calls, upload, finalized } = await setUp({ answers: { 'upload-1/2': gone } })
  expect(await upload(3 * partSize)).toMatchObject({ status: 'ready', generation: 2 })
  const again = await store.paths(partsOf('upload-2'))
  expect(again.toSorted()).toEqual(['upload-2/1', 'upload-2/2', 'upload-2/3'])
  expect(finalized.map(({ ref }) => ref.uploadId)).toEqual(['upload-2'])
  expect(await calls.paths(/^abandon/)).toHaveLength(1)
})

it('gives up when the store forgets the new upload too', async () => {
  const gone = [{ status: 404, body: errorXml('NoSuchUpload') }]
  const { calls, upload } = await setUp({
    answers: { 'upload-1/1': gone, 'upload-2/1': gone },
  })
  expect(await upload(partSize)).toMatchObject({ status: 'failed', error: { code: 'not-found' } })
  expect(await calls.paths(/^create/)).toHaveLength(2)
})

it.each(['sha-256', 'none'] as const)(
  'hashes its parts as the queue is told: %s',
  async (checksum) => {
    const signed: (string | undefined)[] = []
    const room = await openRoom()
    const signParts = (_: unknown, parts: readonly PartToSign[]) => {
      signed.push(...parts.map((part) => part.checksum))
      const url = (part: PartToSign) => room.urlOf(`upload-1/${part.partNumber}`)
      return Promise.resolve(
        parts.map((part) => ({ partNumber: part.partNumber, url: url(part), headers: {} })),
      )
    }
    const features = { uploadFields: ['checksum'] } as const
    const { adapter, finalized } = scriptedAdapter(room, 'multipart', {
      partSize,
      methods: { signParts, features },
    })
    const queue = createUploadQueue({ adapter, multipartThreshold: 0, checksum })
    const disconnect = queue.connect()
    const { ids } = queue.add([makeFile({ size: 2 * partSize })])
    expect((await queue.whenSettled(ids)).ready).toEqual(ids)
    disconnect()
    const isHashed = checksum === 'sha-256'
    expect(signed.map((one) => one?.length ?? 0)).toEqual(isHashed ? [44, 44] : [0, 0])
    expect(finalized[0]?.parts?.map((part) => part.checksum === null)).toEqual([
      !isHashed,
      !isHashed,
    ])
  },
)
