import { createUploadQueue, type PartToSign, type UploadQueueOptions } from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { expect, it } from 'vitest'
import { scriptedAdapter, type ScriptedBackend } from './support/scripted-adapter.js'
import { openRoom, type RoomScript } from './support/scripted-room.js'

const partSize = 100
const errorXml = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`

async function setUp(
  script: RoomScript,
  backend: ScriptedBackend = {},
  options: Partial<UploadQueueOptions> = {},
) {
  const room = await openRoom(script)
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
  return { room, finalized, upload }
}

const partsOf = (uploadId: string) => new RegExp(`^${uploadId}/`)

it('sends parts at the same time, four of a file and no more', async () => {
  const { room, upload } = await setUp({ otherwise: { delayMs: 30 } })
  expect(await upload(12 * partSize)).toMatchObject({ status: 'ready' })
  const { requests, mostAtOnce } = await room.ledger()
  expect(mostAtOnce).toBe(4)
  const sizes = requests.filter(({ method }) => method === 'PUT').map(({ size }) => size)
  expect(sizes).toEqual(Array.from({ length: 12 }, () => partSize))
})

it('keeps to the limit of requests to one origin, over all files', async () => {
  const { room, upload } = await setUp(
    { otherwise: { delayMs: 20 } },
    {},
    { maxRequestsPerOrigin: 2 },
  )
  expect(await upload(8 * partSize)).toMatchObject({ status: 'ready' })
  expect((await room.ledger()).mostAtOnce).toBeLessThanOrEqual(2)
})

it('ends with a part that is smaller', async () => {
  const { room, upload, finalized } = await setUp({})
  expect(await upload(2 * partSize + 7)).toMatchObject({ status: 'ready' })
  const { requests } = await room.ledger()
  expect(requests.find(({ path }) => path === 'upload-1/3')?.size).toBe(7)
  expect(finalized[0]?.parts?.map(({ size }) => size)).toEqual([partSize, partSize, 7])
})

it('repeats a part that failed, and none that is finished', async () => {
  const { room, upload } = await setUp({
    answers: { 'upload-1/3': [{ status: 503, body: errorXml('ServiceUnavailable') }] },
  })
  expect(await upload(6 * partSize)).toMatchObject({ status: 'ready', generation: 1 })
  const sent = await room.paths(partsOf('upload-1'))
  expect(sent.toSorted()).toEqual(
    ['1', '2', '3', '3', '4', '5', '6'].map((number) => `upload-1/${number}`),
  )
})

it('signs in groups', async () => {
  const { room, upload } = await setUp({})
  expect(await upload(16 * partSize)).toMatchObject({ status: 'ready' })
  expect((await room.paths(/^sign/)).length).toBeLessThanOrEqual(3)
})

it('finalises with the parts in order, whatever order they end in', async () => {
  const late = (delayMs: number) => [{ delayMs }]
  const { room, upload, finalized } = await setUp({
    answers: { 'upload-1/1': late(150), 'upload-1/2': late(100), 'upload-1/3': late(50) },
  })
  expect(await upload(4 * partSize)).toMatchObject({ status: 'ready' })
  expect(finalized[0]?.parts?.map(({ partNumber }) => partNumber)).toEqual([1, 2, 3, 4])
  expect(finalized[0]?.parts?.map(({ etag }) => etag)).toEqual(Array(4).fill('"e"'))
  expect(await room.paths(/^finalize/)).toHaveLength(1)
})

it('takes a 200 with an error in its body for the failure of that part', async () => {
  const { room, upload } = await setUp({
    answers: { 'upload-1/2': [{ body: errorXml('InternalError') }] },
  })
  expect(await upload(3 * partSize)).toMatchObject({ status: 'ready' })
  expect(await room.paths(/^upload-1\/2$/)).toHaveLength(2)
})

it('begins a new upload by itself when the store has forgotten the uploadId', async () => {
  const gone = [{ status: 404, body: errorXml('NoSuchUpload') }]
  const { room, upload, finalized } = await setUp({ answers: { 'upload-1/2': gone } })
  expect(await upload(3 * partSize)).toMatchObject({ status: 'ready', generation: 2 })
  const again = await room.paths(partsOf('upload-2'))
  expect(again.toSorted()).toEqual(['upload-2/1', 'upload-2/2', 'upload-2/3'])
  expect(finalized.map(({ ref }) => ref.uploadId)).toEqual(['upload-2'])
  expect(await room.paths(/^abandon/)).toHaveLength(1)
})

it('gives up when the store forgets the new upload too', async () => {
  const gone = [{ status: 404, body: errorXml('NoSuchUpload') }]
  const { room, upload } = await setUp({
    answers: { 'upload-1/1': gone, 'upload-2/1': gone },
  })
  expect(await upload(partSize)).toMatchObject({ status: 'failed', error: { code: 'not-found' } })
  expect(await room.paths(/^create/)).toHaveLength(2)
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
